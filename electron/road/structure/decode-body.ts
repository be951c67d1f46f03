import type { PartProblem } from '#shared/structure.ts';
import { problem } from './problems.ts';
import { decodeUuencode } from './uuencode.ts';

interface Decoded {
  readonly bytes: Buffer;
  readonly problems: readonly PartProblem[];
}

const EQUALS = 0x3d;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const invalid = 255;
const blank = 254;

/** What each byte is worth in base64 (RFC 2045 6.8). */
const base64Values = new Uint8Array(256).fill(invalid);
const base64Alphabet = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
for (const [value, byte] of base64Alphabet.entries()) {
  base64Values[byte] = value;
}
for (const byte of [LF, CR, SPACE, TAB]) {
  base64Values[byte] = blank;
}

const identities = new Set(['7bit', '8bit', 'binary']);

/** Whether a body with this transfer encoding lies in the message as it is. */
export function isIdentity(encoding: string | null): boolean {
  return encoding === null || identities.has(encoding);
}

/** Decodes a body as far as it goes: what is wrong is skipped or kept, and told. */
export function decodeBody(body: Buffer, encoding: string | null): Decoded {
  switch (encoding) {
    case null:
    case '7bit':
    case '8bit':
    case 'binary':
      return { bytes: body, problems: [] };
    case 'base64':
      return decodeBase64(body);
    case 'quoted-printable':
      return decodeQuotedPrintable(body);
    case 'uuencode':
    case 'x-uuencode':
    case 'x-uue': {
      const { bytes, badLines } = decodeUuencode(body);
      return { bytes, problems: badLines === 0 ? [] : [problem('uuencode-lines', { count: badLines })] };
    }
    default:
      return { bytes: body, problems: [problem('encoding-unknown', { encoding })] };
  }
}

/** Padding may stand in the middle, as where encoded pieces were put one after the other. */
function decodeBase64(body: Buffer): Decoded {
  const bytes = Buffer.allocUnsafe(Math.ceil((body.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let pending = 0;
  let wrong = 0;
  let isTorn = false;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    const value = base64Values[byte] ?? invalid;
    if (value < 64) {
      bits = ((bits << 6) | value) & 0xffffff;
      pending += 6;
      if (pending >= 8) {
        pending -= 8;
        bytes[length] = (bits >> pending) & 0xff;
        length += 1;
      }
    } else if (byte === EQUALS) {
      isTorn ||= pending === 6;
      pending = 0;
    } else if (value === invalid) {
      wrong += 1;
    }
  }
  isTorn ||= pending === 6;
  const problems = [
    ...(wrong > 0 ? [problem('base64-characters', { count: wrong })] : []),
    ...(isTorn ? [problem('base64-length')] : []),
  ];
  return { bytes: bytes.subarray(0, length), problems };
}

function decodeQuotedPrintable(body: Buffer): Decoded {
  const bytes = Buffer.allocUnsafe(body.length);
  let length = 0;
  let wrong = 0;
  let from = 0;
  for (let at = body.indexOf(EQUALS); at !== -1; at = body.indexOf(EQUALS, from)) {
    length += body.copy(bytes, length, from, at);
    const softEnd = softLineEnd(body, at + 1);
    const high = hexDigit(body[at + 1]);
    const low = hexDigit(body[at + 2]);
    if (softEnd > 0) {
      from = softEnd;
    } else if (high === -1 || low === -1) {
      wrong += 1;
      bytes[length] = EQUALS;
      length += 1;
      from = at + 1;
    } else {
      bytes[length] = high * 16 + low;
      length += 1;
      from = at + 3;
    }
  }
  length += body.copy(bytes, length, from);
  const problems = wrong > 0 ? [problem('quoted-printable-escapes', { count: wrong })] : [];
  return { bytes: bytes.subarray(0, length), problems };
}

/** Where the line after a soft line break begins, or 0 when none stands here; blanks before the line end are let pass. */
function softLineEnd(body: Buffer, start: number): number {
  let at = start;
  while (body[at] === SPACE || body[at] === TAB) {
    at += 1;
  }
  if (at >= body.length) {
    return body.length;
  }
  if (body[at] === LF) {
    return at + 1;
  }
  return body[at] === CR && body[at + 1] === LF ? at + 2 : 0;
}

function hexDigit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) {
    return byte - 0x30;
  }
  const upper = byte & 0xdf;
  return upper >= 0x41 && upper <= 0x46 ? upper - 0x37 : -1;
}
