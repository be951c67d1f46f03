/** Where a text has what is looked for. */
export interface Finds {
  /** In order. */
  readonly starts: readonly number[];
  readonly length: number;
  /** Whether there are more than were counted. */
  readonly more: boolean;
}

/** More are not counted: who looks for a single letter in a large source does not walk through all of them. */
const mostFinds = 10_000;

export const noFinds: Finds = { starts: [], length: 0, more: false };

/** All places where the words stand, whatever their case. */
export function findInText(text: string, words: string): Finds {
  if (words === '') {
    return noFinds;
  }
  const starts: number[] = [];
  const pattern = new RegExp(words.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`), 'gi');
  for (const { index } of text.matchAll(pattern)) {
    if (starts.length === mostFinds) {
      return { starts, length: words.length, more: true };
    }
    starts.push(index);
  }
  return { starts, length: words.length, more: false };
}

export type Mark = 'found' | 'current' | null;

/** Cuts pieces of a text, of which the first begins at `start`, where finds begin and end. */
export function markedPieces<Piece extends { readonly text: string }>(
  pieces: readonly Piece[],
  start: number,
  { starts, length }: Finds,
  current: number,
): readonly (Piece & { readonly mark: Mark })[] {
  const marked: (Piece & { readonly mark: Mark })[] = [];
  let at = start;
  let find = firstFrom(starts, start - length + 1);
  for (const piece of pieces) {
    const end = at + piece.text.length;
    const pieceStart = at;
    while (at < end) {
      const findStart = starts[find] ?? Infinity;
      const inside = findStart <= at;
      const cut = Math.min(end, inside ? findStart + length : findStart);
      marked.push({
        ...piece,
        text: piece.text.slice(at - pieceStart, cut - pieceStart),
        mark: inside ? (find === current ? 'current' : 'found') : null,
      });
      at = cut;
      if (inside && at === findStart + length) {
        find += 1;
      }
    }
  }
  return marked;
}

/** The first position that is not before `start`, by bisection. */
function firstFrom(starts: readonly number[], start: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
