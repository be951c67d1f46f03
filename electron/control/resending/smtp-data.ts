const LF = 0x0a;
const CR = 0x0d;
const DOT = 0x2e;

/** A message as the DATA of SMTP carries it (RFC 5321 4.5.2): leading dots doubled, and a lone dot at its end. */
export function smtpData(raw: Uint8Array): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (let line = 0; line < bytes.length;) {
    if (bytes[line] === DOT) {
      pieces.push(bytes.subarray(from, line), Buffer.from('.'));
      from = line;
    }
    const lineEnd = bytes.indexOf(LF, line);
    line = lineEnd === -1 ? bytes.length : lineEnd + 1;
  }
  const isEnded = bytes.length >= 2 && bytes.at(-1) === LF && bytes.at(-2) === CR;
  return Buffer.concat([...pieces, bytes.subarray(from), Buffer.from(isEnded ? '.' : '\r\n.')]);
}
