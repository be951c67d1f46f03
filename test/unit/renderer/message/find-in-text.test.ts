import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { findInText, markedPieces, noFinds } from '../../../../renderer/src/features/message/find-in-text.ts';

it('finds words whatever their case, and signs as they are', () => {
  expect(findInText('<TD> td <td>', 'td')).toEqual({ starts: [1, 5, 9], length: 2, more: false });
  expect(findInText('a.b a+b', 'a+b').starts).toEqual([4]);
  expect(findInText('a', '')).toEqual(noFinds);
});

it('counts so many and says that there are more', () => {
  const finds = findInText('a'.repeat(20_000), 'a');
  expect([finds.starts.length, finds.more]).toEqual([10_000, true]);
});

it('marks the finds in a row, also one that began in the row above', () => {
  const finds = findInText('abcabc', 'bca');
  expect(markedPieces([{ text: 'ab' }], 0, finds, 0)).toEqual([
    { text: 'a', mark: null },
    { text: 'b', mark: 'current' },
  ]);
  expect(markedPieces([{ text: 'ca' }, { text: 'bc' }], 2, finds, 1)).toEqual([
    { text: 'ca', mark: 'found' },
    { text: 'bc', mark: null },
  ]);
});

it('loses nothing, wherever pieces and rows are cut', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'ab'), { maxLength: 30 });
  fc.assert(
    fc.property(words, words, fc.constantFrom('a', 'ab', 'aab', 'ba'), (row, next, sought) => {
      const text = [...row, ...next].join('');
      const finds = findInText(text, sought);
      const start = row.join('').length;
      const marked = [
        ...markedPieces(
          row.map((one) => ({ text: one })),
          0,
          finds,
          0,
        ),
        ...markedPieces(
          next.map((one) => ({ text: one })),
          start,
          finds,
          0,
        ),
      ];
      expect(marked.map((piece) => piece.text).join('')).toBe(text);
      const length = marked
        .filter(({ mark }) => mark !== null)
        .reduce((sum, piece) => sum + piece.text.length, 0);
      expect(length).toBe(finds.starts.length * sought.length);
    }),
  );
});
