import type { TransferEncoding } from './plain-entity.ts';

const EQUALS = 0x3d;
const CR = 0x0d;
const LF = 0x0a;

const utf8Names = new Set(['', 'ascii', 'usascii', 'utf8']);
/** Charsets that agree with ASCII where the text is ASCII. */
const asciiSupersets = new Set(['iso88591', 'iso88592', 'iso885915', 'windows1250', 'windows1252']);

/** The text of a decoded body, line ends as LF; null for a charset that needs a converter. */
export function plainText(content: Buffer, charset: string): string | null {
  const name = charset.toLowerCase().replace(/[^a-z0-9]+/g, '');
  if (!utf8Names.has(name) && !(asciiSupersets.has(name) && isAscii(content))) {
    return null;
  }
  return content.includes('\r\n') ? withUnixLineEnds(content) : content.toString('utf8');
}

/** Byte by byte: in ten million lines a regular expression makes as many strings, and the collector works for seconds. */
function withUnixLineEnds(content: Buffer): string {
  const kept = Buffer.allocUnsafe(content.length);
  let length = 0;
  for (let at = 0; at < content.length; at += 1) {
    const byte = content[at] ?? 0;
    if (byte !== CR || content[at + 1] !== LF) {
      kept[length] = byte;
      length += 1;
    }
  }
  return kept.toString('utf8', 0, length);
}

/** The decoded bytes of a body (RFC 2045 6); null when it is not encoded exactly as it should be. */
export function decodedContent(body: Buffer, encoding: TransferEncoding): Buffer | null {
  switch (encoding) {
    case 'identity':
      return body;
    case 'base64':
      return decodedBase64(body);
    case 'quoted-printable':
      return decodedQuotedPrintable(body);
  }
}

function decodedBase64(body: Buffer): Buffer | null {
  const text = body.toString('latin1');
  if (!/^[A-Za-z0-9+/\r\n]*={0,2}[\r\n]*$/.test(text)) {
    return null;
  }
  return (body.length - lineEndBytes(body)) % 4 === 0 ? Buffer.from(text, 'base64') : null;
}

function lineEndBytes(body: Buffer): number {
  let count = 0;
  for (let at = body.indexOf(LF); at !== -1; at = body.indexOf(LF, at + 1)) {
    count += body[at - 1] === CR ? 2 : 1;
  }
  return count;
}

function decodedQuotedPrintable(body: Buffer): Buffer | null {
  // White space at the end of a line is a matter of taste: RFC 2045 6.7 (3) has it taken out.
  if (/[ \t](?:\r?\n|$)|=$/.test(body.toString('latin1'))) {
    return null;
  }
  const decoded = Buffer.allocUnsafe(body.length);
  let write = 0;
  let read = 0;
  while (read < body.length) {
    const byte = body[read] ?? 0;
    read += 1;
    const lineEnd = byte === EQUALS ? softLineEnd(body, read) : 0;
    if (lineEnd > 0) {
      read += lineEnd;
      continue;
    }
    const high = byte === EQUALS ? hexDigit(body[read]) : -1;
    const low = byte === EQUALS ? hexDigit(body[read + 1]) : -1;
    // A sign that encodes nothing stands for itself (RFC 2045 6.7).
    const isEncoded = high !== -1 && low !== -1;
    decoded[write] = isEncoded ? high * 16 + low : byte;
    write += 1;
    read += isEncoded ? 2 : 0;
  }
  return decoded.subarray(0, write);
}

/** Bytes of the line end that stands here, 0 when none does. */
function softLineEnd(body: Buffer, at: number): number {
  if (body[at] === LF) {
    return 1;
  }
  return body[at] === CR && body[at + 1] === LF ? 2 : 0;
}

function hexDigit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) {
    return byte - 0x30;
  }
  const upper = byte & 0xdf;
  return upper >= 0x41 && upper <= 0x46 ? upper - 0x37 : -1;
}

function isAscii(bytes: Buffer): boolean {
  return !/\P{ASCII}/u.test(bytes.toString('latin1'));
}
