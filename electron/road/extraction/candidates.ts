export type CandidateShape = 'digits' | 'mixed' | 'lower-mixed' | 'letters';

/** Something in a line that could be a one-time code by its looks. */
export interface Candidate {
  readonly written: string;
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  readonly shape: CandidateShape;
  readonly grouped: boolean;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const mostOfLine = 40;
const address = /(?:https?:\/\/|www\.)[!-~]+|(?<![\w.+-])[\w.+-]+@[\w.-]+/gi;
const token = /[A-Za-z0-9]+/g;
const letter = /[\p{L}\p{M}]/u;
/** A letter of these may stand beside a code: the script knows no blanks. */
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u;
const hyphens = new Set(['-', '‐', '‑', '–', '—', '·', '•']);

/** Lengths of groups of digits that codes are written in; between hyphens, and between blanks. */
const digitGroups: Readonly<Record<'hyphen' | 'blank', ReadonlySet<string>>> = {
  hyphen: new Set(['3,3', '4,4', '3,3,3', '4,4,4', '2,2,2,2', '2,4', '3,4', '4,3', '5,5', '3,2', '2,3']),
  blank: new Set([
    '3,3',
    '4,4',
    '3,3,3',
    '2,2,2',
    '2,2,2,2',
    '2,3',
    '3,2',
    '1,1,1,1',
    '1,1,1,1,1',
    '1,1,1,1,1,1',
    '1,1,1,1,1,1,1',
    '1,1,1,1,1,1,1,1',
  ]),
};

/** The candidates of a line, addresses left out. */
export function candidatesIn(line: string): Candidate[] {
  const tokens = tokensOf(line);
  const found: Candidate[] = [];
  for (let at = 0; at < tokens.length && found.length < mostOfLine;) {
    const group = groupAt(line, tokens, at);
    const candidate = group.length > 1 ? groupedCandidate(line, group) : undefined;
    const single = candidate ?? singleCandidate(line, group[0]);
    if (single !== undefined) {
      found.push(single);
    }
    at += candidate === undefined ? 1 : group.length;
  }
  return found;
}

function tokensOf(line: string): Token[] {
  const masked = line.replace(address, (found) => '\u0000'.repeat(found.length));
  return [...masked.matchAll(token)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}

/** The tokens from here on that one and the same sign joins. */
function groupAt(line: string, tokens: readonly Token[], from: number): Token[] {
  const [first, second] = [tokens[from], tokens[from + 1]];
  if (first === undefined) {
    return [];
  }
  const group = [first];
  const sign = second === undefined ? '' : line.slice(first.end, second.start);
  if (sign !== ' ' && !hyphens.has(sign)) {
    return group;
  }
  for (let at = from + 1; at < tokens.length && group.length < 9; at += 1) {
    const [before, next] = [tokens[at - 1], tokens[at]];
    if (before === undefined || next === undefined || line.slice(before.end, next.start) !== sign) {
      break;
    }
    if (
      sign === ' ' &&
      (!isDigits(next.text) || !isDigits(first.text)) &&
      !(isSpelled(next) && isSpelled(first))
    ) {
      break;
    }
    group.push(next);
  }
  return group;
}

function isSpelled({ text }: Token): boolean {
  return text.length === 1 && /[A-Z0-9]/.test(text);
}

function groupedCandidate(line: string, group: readonly Token[]): Candidate | undefined {
  const first = group[0];
  const last = group.at(-1);
  if (first === undefined || last === undefined || !isFree(line, first.start, last.end)) {
    return undefined;
  }
  const isBlank = line[first.end] === ' ';
  const parts = group.map(({ text }) => text);
  const lengths = parts.map(({ length }) => length).join();
  const written = line.slice(first.start, last.end);
  const base = { written, start: first.start, end: last.end, grouped: true };
  if (parts.every(isDigits)) {
    return digitGroups[isBlank ? 'blank' : 'hyphen'].has(lengths)
      ? { ...base, typed: parts.join(''), shape: 'digits' }
      : undefined;
  }
  if (isBlank) {
    const isSpelledOut = group.length >= 4 && group.length <= 8 && parts.some(isDigits);
    return isSpelledOut ? { ...base, typed: parts.join(''), shape: 'mixed' } : undefined;
  }
  return isGroupedMix(parts)
    ? { ...base, typed: parts.join('-'), shape: shapeOf(parts.join('')) }
    : undefined;
}

/** ABCD-EFGH, 7KQ-29X, G-482913. */
function isGroupedMix(parts: readonly string[]): boolean {
  const joined = parts.join('');
  const [first = '', second = ''] = parts;
  if (parts.length > 4 || joined.length < 5 || joined.length > 20) {
    return false;
  }
  if (parts.length === 2 && /^[A-Z]{1,3}$/.test(first) && /^\d{4,8}$/.test(second)) {
    return true;
  }
  if (joined === joined.toUpperCase()) {
    return parts.every(({ length }) => length >= 2 && length <= 6);
  }
  const isEven = parts.every(({ length }) => length === first.length && length >= 3 && length <= 6);
  return isEven && joined === joined.toLowerCase() && /\d/.test(joined);
}

function singleCandidate(line: string, found: Token | undefined): Candidate | undefined {
  if (found === undefined || !isFree(line, found.start, found.end)) {
    return undefined;
  }
  const { text, start, end } = found;
  const shape = shapeOf(text);
  const fits =
    (shape === 'digits' && text.length >= 4 && text.length <= 10) ||
    (shape === 'mixed' && text.length >= 4 && text.length <= 12) ||
    (shape === 'lower-mixed' && text.length >= 5 && text.length <= 12) ||
    (shape === 'letters' && text.length >= 4 && text.length <= 10 && text === text.toUpperCase());
  return fits ? { written: text, typed: text, start, end, shape, grouped: false } : undefined;
}

/** No letter of a spaced script goes on at either end. */
function isFree(line: string, start: number, end: number): boolean {
  return [line[start - 1] ?? '', line[end] ?? ''].every(
    (beside) => !letter.test(beside) || unspaced.test(beside),
  );
}

function shapeOf(text: string): CandidateShape {
  if (isDigits(text)) {
    return 'digits';
  }
  if (!/\d/.test(text)) {
    return 'letters';
  }
  return /[a-z]/.test(text) ? 'lower-mixed' : 'mixed';
}

function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}
