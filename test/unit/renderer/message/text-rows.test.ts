import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { textRows } from '../../../../renderer/src/features/message/text-rows.ts';

function shown(text: string, length?: number): [number | null, string][] {
  return textRows(text, length).map((row) => [row.line, text.slice(row.start, row.end)]);
}

it('numbers lines and leaves their ends out, CRLF and LF alike', () => {
  expect(shown('a\r\n\nb\n')).toEqual([
    [1, 'a'],
    [2, ''],
    [3, 'b'],
  ]);
});

it('shows an empty text as one empty line', () => {
  expect(shown('')).toEqual([[1, '']]);
});

it('continues a long line without a number', () => {
  expect(shown('abcdefg\nh', 3)).toEqual([
    [1, 'abc'],
    [null, 'def'],
    [null, 'g'],
    [2, 'h'],
  ]);
});

it('never cuts through an emoji', () => {
  expect(shown('ab😀c', 3)).toEqual([
    [1, 'ab'],
    [null, '😀c'],
  ]);
});

it('loses nothing of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const plain = text.replaceAll(/\r\n|\n/g, '');
      expect(
        textRows(text, 4)
          .map((row) => text.slice(row.start, row.end))
          .join(''),
      ).toBe(plain);
    }),
  );
});
