import { diffLines, diffWordsWithSpace } from 'diff';

/** A stretch of a line; marked when the other side does not have it. */
export interface DiffPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** Two lines that stand side by side; null where one side has none. */
export interface DiffRow {
  readonly kind: 'same' | 'changed';
  readonly left: readonly DiffPiece[] | null;
  readonly right: readonly DiffPiece[] | null;
}

export interface TextDiff {
  readonly rows: readonly DiffRow[];
  /** How many rows differ. */
  readonly changes: number;
}

/** Longer lines are compared as a whole: comparing their words would take too long. Characters. */
const longestWordDiff = 4000;

/** Comparing takes at most so long (ms); two texts with nothing in common take the longest. */
const timeLimitMs = 10_000;

/**
 * Compares two texts line by line, and within lines that were changed word by word.
 * @throws Error when it would take too long.
 */
export function diffRows(left: string, right: string): TextDiff {
  const changes = diffLines(lined(left), lined(right), { timeout: timeLimitMs });
  if (changes === undefined) {
    throw new Error('The two are too large and too different to be compared.');
  }
  const rows: DiffRow[] = [];
  for (let at = 0; at < changes.length; at += 1) {
    const change = changes[at];
    const next = changes[at + 1];
    if (change === undefined) {
      continue;
    }
    const lines = linesOf(change.value);
    if (!change.added && !change.removed) {
      rows.push(...lines.map((line): DiffRow => ({ kind: 'same', left: plain(line), right: plain(line) })));
    } else if (change.removed && next?.added === true) {
      rows.push(...changedRows(lines, linesOf(next.value)));
      at += 1;
    } else {
      rows.push(...(change.added ? changedRows([], lines) : changedRows(lines, [])));
    }
  }
  return { rows, changes: rows.filter(({ kind }) => kind === 'changed').length };
}

function changedRows(left: readonly string[], right: readonly string[]): DiffRow[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const [one, other] = [left[at], right[at]];
    if (one === undefined || other === undefined) {
      return {
        kind: 'changed',
        left: one === undefined ? null : [{ text: one, marked: true }],
        right: other === undefined ? null : [{ text: other, marked: true }],
      };
    }
    return { kind: 'changed', ...wordPieces(one, other) };
  });
}

function wordPieces(left: string, right: string): { left: DiffPiece[]; right: DiffPiece[] } {
  if (left.length + right.length > longestWordDiff) {
    return { left: [{ text: left, marked: true }], right: [{ text: right, marked: true }] };
  }
  const words = diffWordsWithSpace(left, right);
  const side = (skipped: 'added' | 'removed'): DiffPiece[] =>
    words
      .filter((word) => !word[skipped])
      .map(({ value, added, removed }) => ({ text: value, marked: added || removed }));
  return { left: side('added'), right: side('removed') };
}

function plain(line: string): DiffPiece[] {
  return [{ text: line, marked: false }];
}

/** One kind of line end, and one at the end, which is no difference. */
function lined(text: string): string {
  const lines = text.replaceAll('\r\n', '\n');
  return lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`;
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}
