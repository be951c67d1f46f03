import { expect, it } from 'vitest';
import { diffRows } from '../../../../renderer/src/features/compare/diff-rows.ts';
import type { DiffPiece } from '../../../../renderer/src/features/compare/diff-rows.ts';

/** A side in short: what is marked in brackets. */
function side(pieces: readonly DiffPiece[] | null): string | null {
  return pieces && pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
}

function compared(left: string, right: string): (string | null)[][] {
  return diffRows(left, right).rows.map((row) => [row.kind, side(row.left), side(row.right)]);
}

it('sets lines side by side and marks the words that differ', () => {
  expect(compared('Dear Jane\nYour code is 123\nBye', 'Dear Jane\nYour code is 456\nBye')).toEqual([
    ['same', 'Dear Jane', 'Dear Jane'],
    ['changed', 'Your code is [123]', 'Your code is [456]'],
    ['same', 'Bye', 'Bye'],
  ]);
});

it('leaves a gap where one side has a line and the other none', () => {
  expect(compared('a\nb\nc', 'a\nc\nd')).toEqual([
    ['same', 'a', 'a'],
    ['changed', '[b]', null],
    ['same', 'c', 'c'],
    ['changed', null, '[d]'],
  ]);
});

it('takes different line ends for no difference', () => {
  expect(diffRows('a\r\nb', 'a\nb\n').changes).toBe(0);
});

it('counts the lines that differ', () => {
  expect(diffRows('', 'a\nb').changes).toBe(2);
});
