/** So much of a body is kept, in bytes, unless it is to be less. */
const usualBytes = 256 * 1024;
/** From this length on nobody reads base64. */
const longBase64 = 1000;

/** A body as a person may want to read it: JSON strings of long base64 cut out, at most `mostBytes`. */
export function bodyExcerpt(body: Buffer, mostBytes = usualBytes): string {
  const text = body.toString();
  const readable = text.length < longBase64 ? text : withoutBase64(text);
  const bytes = Buffer.byteLength(readable);
  if (bytes <= mostBytes) {
    return readable;
  }
  const kept = mostBytes - 64;
  const head = Buffer.from(readable.slice(0, kept)).toString('utf8', 0, kept);
  return `${head}\n<cut here: ${bytes - kept} bytes more>`;
}

/** Goes from quote to quote rather than by one pattern, which would exhaust the engine's stack on megabytes. */
function withoutBase64(text: string): string {
  const pieces: string[] = [];
  let copied = 0;
  let quote = text.indexOf('"');
  while (quote !== -1) {
    const next = text.indexOf('"', quote + 1);
    const length = next - quote - 1;
    if (length >= longBase64 && isBase64Like(text.slice(quote + 1, next))) {
      pieces.push(text.slice(copied, quote + 1), `<${length} base64 characters>`);
      copied = next;
    }
    quote = next;
  }
  return pieces.join('') + text.slice(copied);
}

/** PHP escapes the slashes of base64, and line breaks come escaped as well: hence the backslash. */
function isBase64Like(text: string): boolean {
  return !/[^A-Za-z0-9+/=_\\-]/.test(text);
}
