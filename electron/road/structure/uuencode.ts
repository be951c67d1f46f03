const LF = 0x0a;
const beginLine = /^begin [0-7]{3,4} (.+)$/;

/** A file within a text, from its line `begin 644 name` to its line `end`. */
export interface EncodedFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly badLines: number;
}

/** The uuencoded files in a text, at most `most`. */
export function uuencodedFiles(text: Buffer, most: number): EncodedFile[] {
  const files: EncodedFile[] = [];
  for (let at = beginAt(text, 0); at !== -1 && files.length < most;) {
    const lineEnd = endOfLine(text, at);
    const name = beginLine.exec(text.toString('latin1', at, Math.min(lineEnd, at + 1000)).trimEnd())?.[1];
    if (name === undefined) {
      at = beginAt(text, lineEnd);
      continue;
    }
    const end = endAt(text, lineEnd);
    if (end === -1) {
      break;
    }
    files.push({ name, ...decodeUuencode(text.subarray(at, end)) });
    at = beginAt(text, end);
  }
  return files;
}

/** Decodes the lines of a uuencoded file; its `begin` and `end` may be there or not. */
export function decodeUuencode(body: Buffer): { bytes: Buffer; badLines: number } {
  const bytes = Buffer.alloc(body.length);
  let length = 0;
  let badLines = 0;
  for (let at = 0; at < body.length;) {
    const lineEnd = endOfLine(body, at);
    const line = body.toString('latin1', at, Math.min(lineEnd, at + 200)).trimEnd();
    at = lineEnd + 1;
    if (line === 'end') {
      break;
    }
    if (line === '' || line.startsWith('begin ')) {
      continue;
    }
    const count = valueAt(line, 0);
    if (line.length - 1 < Math.floor((count * 4) / 3) || count > 45 + 18) {
      badLines += 1;
      continue;
    }
    for (let n = 0; n < count; n += 1) {
      const group = 1 + Math.floor(n / 3) * 4;
      const bits =
        (valueAt(line, group) << 18) |
        (valueAt(line, group + 1) << 12) |
        (valueAt(line, group + 2) << 6) |
        valueAt(line, group + 3);
      bytes[length] = (bits >> (16 - (n % 3) * 8)) & 0xff;
      length += 1;
    }
  }
  return { bytes: bytes.subarray(0, length), badLines };
}

/** Six bits; a space at the end of a line, which stands for zero, is often lost on the way. */
function valueAt(line: string, at: number): number {
  return at < line.length ? (line.charCodeAt(at) - 32) & 63 : 0;
}

function beginAt(text: Buffer, from: number): number {
  if (from === 0 && text.subarray(0, 6).equals(Buffer.from('begin '))) {
    return 0;
  }
  const found = text.indexOf('\nbegin ', Math.max(0, from - 1));
  return found === -1 ? -1 : found + 1;
}

/** Behind the line `end`, -1 when there is none. */
function endAt(text: Buffer, from: number): number {
  for (let at = text.indexOf('\nend', from); at !== -1; at = text.indexOf('\nend', at + 1)) {
    const after = text[at + 4];
    if (after === undefined || after === LF || after === 0x0d) {
      return at + 4;
    }
  }
  return -1;
}

function endOfLine(text: Buffer, from: number): number {
  const found = text.indexOf(LF, from);
  return found === -1 ? text.length : found;
}
