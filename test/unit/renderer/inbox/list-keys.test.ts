import { describe, expect, it } from 'vitest';
import { listCommandOf } from '../../../../renderer/src/features/inbox/list-keys.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

describe('the keys of the list', () => {
  it.each([
    ['ArrowDown', { type: 'move', by: 1, extend: false }],
    ['PageUp', { type: 'move', by: -10, extend: false }],
    ['Home', { type: 'move', by: -Infinity, extend: false }],
    ['Enter', { type: 'enter' }],
    ['Delete', { type: 'remove' }],
    ['x', undefined],
  ])('%s', (key, command) => {
    expect(listCommandOf({ ...plain, key })).toEqual(command);
  });

  it('extend the selection with Shift, and choose everything with Ctrl or ⌘ and A', () => {
    expect(listCommandOf({ ...plain, shiftKey: true, key: 'ArrowUp' })).toEqual({
      type: 'move',
      by: -1,
      extend: true,
    });
    expect(listCommandOf({ ...plain, metaKey: true, key: 'a' })).toEqual({ type: 'select-all' });
  });

  it('leave the browser its own shortcuts', () => {
    expect(listCommandOf({ ...plain, ctrlKey: true, key: 'Home' })).toBeUndefined();
    expect(listCommandOf({ ...plain, altKey: true, key: 'ArrowUp' })).toBeUndefined();
  });
});
