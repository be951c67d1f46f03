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
  /** The last name in the line above, and how far it is from that line's end. */
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
}

const names = new Phrases({ code: 'oneTimeCode', bare: 'code', other: 'otherNumber' });
const units = new Phrases({ unit: 'unit' });
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

  constructor(lines: readonly SeenLine[]) {
    this.#lines = lines;
  }

  hits(line: number): readonly PhraseHit<Name>[] {
    const text = this.#lines[line]?.text;
    const hits = this.#hits.get(line) ?? (text === undefined ? [] : names.in(folded(text)));
    this.#hits.set(line, hits);
    return hits;
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
  const lastAbove = aboveHits.at(-1);
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
      name: lastAbove?.kind,
      distance: lastAbove === undefined ? Number.POSITIVE_INFINITY : aboveText.length - lastAbove.end,
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
    unitBehind: units.in(folded(right)).some(({ start }) => start <= 1),
  };
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
    const distance = between.length + (sentenceEnd.test(between) ? otherSentence : 0);
    distances[kind] = Math.min(distances[kind], distance);
  }
  return distances;
}

/** How many lines speak of signing in, verifying, expiring and the like. */
export function intentsIn(lines: readonly SeenLine[]): number {
  return lines.slice(0, 60).filter(({ text }) => intents.in(folded(text.slice(0, 500))).length > 0).length;
}

/** Whether a line names a code, and how. */
export function nameIn(line: string): 'code' | 'bare' | undefined {
  const hits = names.in(folded(line));
  return (['code', 'bare'] as const).find((name) => hits.some(({ kind }) => kind === name));
}
