import { describe, expect, it } from 'vitest';
import {
  collapsed,
  everything,
  extendedTo,
  isSelected,
  nothingSelected,
  only,
  positionAfterMove,
  rowAfterRemoval,
  selectedCount,
  toggled,
  withoutRows,
} from '../../../../renderer/src/features/inbox/selection.ts';

const rows = ['a', 'b', 'c', 'd', 'e'];

describe('the selection', () => {
  it('grows and shrinks a range from its anchor', () => {
    const wide = extendedTo(only('b'), 'e', rows.slice(1));
    expect([...(wide.ids as ReadonlySet<string>)]).toEqual(['b', 'c', 'd', 'e']);
    const back = extendedTo(wide, 'a', rows.slice(0, 2));
    expect([...(back.ids as ReadonlySet<string>)]).toEqual(['a', 'b']);
    expect(back).toMatchObject({ active: 'a', anchor: 'b' });
  });

  it('takes single rows in and out, also out of everything', () => {
    const two = toggled(only('a'), 'c', rows);
    expect(selectedCount(two, 5)).toBe(2);
    expect(isSelected(toggled(two, 'a', rows), 'a')).toBe(false);
    expect(selectedCount(toggled(everything(two), 'c', rows), 5)).toBe(4);
  });

  it('counts what is not loaded yet when everything is chosen', () => {
    expect(selectedCount(everything(nothingSelected), 100_000)).toBe(100_000);
    expect(collapsed(everything(only('b')))).toEqual(only('b'));
  });

  it.each([
    [0, 1, 1],
    [0, -1, 0],
    [2, Infinity, 4],
    [2, -Infinity, 0],
    [-1, 1, 0],
    [-1, -1, 4],
    [-1, Infinity, 4],
    [-1, -Infinity, 0],
  ])('moves from row %d by %d to row %d of five', (from, by, to) => {
    expect(positionAfterMove(from, by, 5)).toBe(to);
  });

  it('goes on below what was deleted, at the end above it', () => {
    expect(rowAfterRemoval('b', new Set(['b', 'c']), rows)).toBe('d');
    expect(rowAfterRemoval('e', new Set(['d', 'e']), rows)).toBe('c');
    expect(rowAfterRemoval('a', new Set(rows), rows)).toBeUndefined();
  });

  it('forgets rows that are gone', () => {
    const selection = toggled(only('a'), 'b', rows);
    expect(selectedCount(withoutRows(selection, new Set(['a'])), 5)).toBe(1);
    expect(withoutRows(selection, new Set(['x']))).toBe(selection);
  });
});
