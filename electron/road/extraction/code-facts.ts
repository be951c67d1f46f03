import { candidatesIn } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { folded } from './fold.ts';
import { Phrases } from './phrases.ts';
import type { PhraseHit } from './phrases.ts';
import type { SeenLine } from './seen-text.ts';

type Name = 'code' | 'bare' | 'other';

/** What is known about a candidate where it stands. Distances are characters; none is Infinity. */
export interface CodeFacts {
  readonly candidate: Candidate;
  /** To the nearest name on each side, in the same line. */
  readonly before: Readonly<Record<Name, number>>;
  readonly after: Readonly<Record<Name, number>>;
  /** The most telling name in the line above, and how far it is from that line's end. */
  readonly above: { readonly name: Name | undefined; readonly distance: number };
  /** The line above says “code” somewhere. */
  readonly codeAbove: boolean;
  /** One to three lines further up. */
  readonly codeHigher: boolean;
  readonly codeBelow: boolean;
  readonly ownLine: boolean;
  readonly standsOut: boolean;
  readonly inSubject: boolean;
  /** What stands right before and behind it. */
  readonly left: string;
  readonly right: string;
  readonly unitBehind: boolean;
  /** Others of the same looks stand alone in lines nearby. */
  readonly inList: boolean;
  /** The line or the one above speaks of entering, verifying, signing in. */
  readonly intentHere: boolean;
}

const names = new Phrases({ code: 'oneTimeCode', bare: 'code', other: 'otherNumber' });
const units = new Phrases({ unit: 'unit' });
const discounts = new Phrases({ discount: 'discount' });
const intents = new Phrases({ intent: 'intent' });

const sentenceEnd = /[.!?](?:\s|$)|[。！？।؟]/;
/** What the end of a sentence between a name and a number adds to their distance. */
const otherSentence = 40;
const mostCandidates = 120;
const higherLines = 3;

/** The names in the lines of a mail, each line looked through once and only when it is asked for. */
class NamedLines {
  readonly #lines: readonly SeenLine[];
  readonly #hits = new Map<number, readonly PhraseHit<Name>[]>();
  readonly #intents = new Map<number, boolean>();

  constructor(lines: readonly SeenLine[]) {
    this.#lines = lines;
  }

  hits(line: number): readonly PhraseHit<Name>[] {
    const text = this.#lines[line]?.text;
    const hits = this.#hits.get(line) ?? (text === undefined ? [] : names.in(folded(text)));
    this.#hits.set(line, hits);
    return hits;
  }

  hasIntent(line: number): boolean {
    const text = this.#lines[line]?.text;
    const known = this.#intents.get(line) ?? (text !== undefined && speaksOfIntent(text));
    this.#intents.set(line, known);
    return known;
  }
}

/** Every candidate of these lines with what is known about it. */
export function factsOf(lines: readonly SeenLine[], inSubject = false): CodeFacts[] {
  const named = new NamedLines(lines);
  const found: CodeFacts[] = [];
  for (const [position, line] of lines.entries()) {
    if (found.length >= mostCandidates) {
      break;
    }
    for (const candidate of candidatesIn(line.text)) {
      found.push(factsAt(lines, position, candidate, named, inSubject));
    }
  }
  return found;
}

function factsAt(
  lines: readonly SeenLine[],
  position: number,
  candidate: Candidate,
  named: NamedLines,
  inSubject: boolean,
): CodeFacts {
  const { text = '', emphases = [] } = lines[position] ?? {};
  const hits = named
    .hits(position)
    .filter(({ start, end }) => end <= candidate.start || start >= candidate.end);
  const aboveText = lines[position - 1]?.text ?? '';
  const aboveHits = named.hits(position - 1);
  const nameAbove = mostTelling(aboveHits);
  const higher = Array.from({ length: higherLines }, (_, step) => named.hits(position - 2 - step)).flat();
  const right = text.slice(candidate.end, candidate.end + 20);
  return {
    candidate,
    before: nearest(
      text,
      hits.filter(({ end }) => end <= candidate.start),
      candidate,
      true,
    ),
    after: nearest(
      text,
      hits.filter(({ start }) => start >= candidate.end),
      candidate,
      false,
    ),
    above: {
      name: nameAbove?.kind,
      distance: nameAbove === undefined ? Number.POSITIVE_INFINITY : aboveText.length - nameAbove.end,
    },
    codeAbove: aboveHits.some(({ kind }) => kind === 'code'),
    codeHigher: higher.some(({ kind }) => kind === 'code'),
    codeBelow: named.hits(position + 1).some(({ kind }) => kind === 'code'),
    ownLine: candidate.written.length >= 0.6 * text.length,
    standsOut: emphases.some(
      ({ start, end }) =>
        start <= candidate.start && end >= candidate.end && end - start < candidate.written.length + 12,
    ),
    inSubject,
    left: text.slice(Math.max(0, candidate.start - 20), candidate.start),
    right,
    inList: isInList(lines, position, candidate),
    intentHere: named.hasIntent(position) || named.hasIntent(position - 1),
    unitBehind: units.in(folded(right)).some(({ start }) => start <= 1),
  };
}

const nearLines = 3;

function isInList(
  lines: readonly SeenLine[],
  position: number,
  { typed, written, shape }: Candidate,
): boolean {
  const nearby = lines.slice(Math.max(0, position - nearLines), position + nearLines + 1);
  const alike = nearby.filter(
    ({ text }) =>
      text.length === written.length &&
      candidatesIn(text).some((other) => other.shape === shape && other.typed !== typed),
  );
  return alike.length >= 2;
}

/** The last name of a code in a line, else the last “code”, else the last name of another number that does not stand there itself. */
function mostTelling(hits: readonly PhraseHit<Name>[]): PhraseHit<Name> | undefined {
  const last = (name: Name): PhraseHit<Name> | undefined => hits.findLast(({ kind }) => kind === name);
  return last('code') ?? last('bare') ?? last('other');
}

function nearest(
  text: string,
  hits: readonly PhraseHit<Name>[],
  candidate: Candidate,
  isBefore: boolean,
): Record<Name, number> {
  const distances = {
    code: Number.POSITIVE_INFINITY,
    bare: Number.POSITIVE_INFINITY,
    other: Number.POSITIVE_INFINITY,
  };
  for (const { kind, start, end } of hits) {
    const between = isBefore ? text.slice(end, candidate.start) : text.slice(candidate.end, start);
    // The name of another number that stands before ours is that number's.
    if (kind === 'other' && isBefore && /\d/.test(between)) {
      continue;
    }
    const distance = between.length + (sentenceEnd.test(between) ? otherSentence : 0);
    distances[kind] = Math.min(distances[kind], distance);
  }
  return distances;
}

function speaksOfIntent(line: string): boolean {
  return intents.in(folded(line.slice(0, 500))).length > 0;
}

/** How many lines speak of signing in, verifying, expiring and the like. */
export function intentsIn(lines: readonly SeenLine[]): number {
  return lines.slice(0, 60).filter(({ text }) => speaksOfIntent(text)).length;
}

/** Whether a mail offers a discount. */
export function offersDiscount(lines: readonly SeenLine[]): boolean {
  return lines.slice(0, 60).some(({ text }) => discounts.in(folded(text.slice(0, 500))).length > 0);
}

/** Whether a line names a code, and how. */
export function nameIn(line: string): 'code' | 'bare' | undefined {
  const hits = names.in(folded(line));
  return (['code', 'bare'] as const).find((name) => hits.some(({ kind }) => kind === name));
}
