import { isUtf8 } from 'node:buffer';
import type { PartProblem } from '#shared/structure.ts';
import { isKnownCharset } from './charset.ts';
import { isIdentity } from './decode-body.ts';
import type { Entity } from './entity.ts';
import { problem } from './problems.ts';

const LF = 0x0a;
const CR = 0x0d;
/** RFC 5322 2.1.1, without the line end. */
const longestLine = 998;
const ascii = /^(?:us-)?ascii$/i;
const utf8 = /^utf-?8$/i;

/** What is wrong with the content of a leaf, seen by its bytes as they were sent and decoded. */
export function contentProblems({ description }: Entity, sent: Buffer, decoded: Buffer): PartProblem[] {
  const { encoding, type, charset } = description;
  const problems: PartProblem[] = [];
  if (isIdentity(encoding)) {
    const { beyondAscii, nulBytes, longest } = surveyed(sent);
    if (beyondAscii > 0 && encoding !== '8bit' && encoding !== 'binary') {
      problems.push(problem('eight-bit', { encoding: encoding ?? '7bit, as none is given' }));
    }
    if (nulBytes > 0 && encoding !== 'binary') {
      problems.push(problem('nul-bytes', { count: nulBytes }));
    }
    if (longest > longestLine && encoding !== 'binary') {
      problems.push(problem('long-lines', { length: longest }));
    }
  }
  return type.startsWith('text/') ? [...problems, ...charsetProblems(charset, decoded)] : problems;
}

function charsetProblems(charset: string | null, decoded: Buffer): PartProblem[] {
  if (charset !== null && !isKnownCharset(charset)) {
    return [problem('charset-unknown', { charset })];
  }
  const isWrong =
    charset !== null &&
    ((utf8.test(charset) && !isUtf8(decoded)) || (ascii.test(charset) && surveyed(decoded).beyondAscii > 0));
  if (isWrong) {
    return [problem('charset-wrong', { charset })];
  }
  return charset === null && surveyed(decoded).beyondAscii > 0 ? [problem('charset-missing')] : [];
}

function surveyed(bytes: Buffer): { beyondAscii: number; nulBytes: number; longest: number } {
  let beyondAscii = 0;
  let nulBytes = 0;
  let longest = 0;
  let lineStart = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === LF) {
      const end = at > lineStart && bytes[at - 1] === CR ? at - 1 : at;
      longest = Math.max(longest, end - lineStart);
      lineStart = at + 1;
    } else if (byte > 0x7f) {
      beyondAscii += 1;
    } else if (byte === 0) {
      nulBytes += 1;
    }
  }
  return { beyondAscii, nulBytes, longest: Math.max(longest, bytes.length - lineStart) };
}
