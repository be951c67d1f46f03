import { describe, expect, it } from 'vitest';
import {
  hasGaps,
  pagesOf,
  positionOf,
  rowAt,
  rowsOf,
  seemsOld,
  withArrivals,
  withChanges,
  within,
  withMark,
  withNewestPage,
  withoutMessages,
  withPage,
  withTotal,
} from '../../../../renderer/src/features/inbox/message-pages.ts';
import type { MessagePages } from '../../../../renderer/src/features/inbox/message-pages.ts';
import { messageId, messageSummary } from '../../../support/message-summaries.ts';

function messages(...numbers: number[]) {
  return numbers.map((n) => messageSummary(n));
}

/** Of messages 20 to 1, the rows 0 to 4 (20..16) and 10 to 12 (10..8). */
function loaded(): MessagePages {
  return {
    stretches: [
      { start: 0, messages: messages(20, 19, 18, 17, 16) },
      { start: 10, messages: messages(10, 9, 8) },
    ],
    length: 20,
    counted: true,
  };
}

/** The list as it is seen: a number where a row is loaded. */
function seen(data: MessagePages | null): (number | null)[] {
  return Array.from({ length: data?.length ?? 0 }, (_, position) => {
    const message = rowAt(data ?? undefined, position);
    return message === undefined ? null : Number(message.id.slice(-12));
  });
}

const gap = (length: number) => Array.from({ length }, () => null);

describe('the loaded rows of a view', () => {
  it('stand where they belong, with room for the others', () => {
    expect(seen(loaded())).toEqual([20, 19, 18, 17, 16, ...gap(5), 10, 9, 8, ...gap(7)]);
    expect(positionOf(loaded(), messageId(9))).toBe(11);
    expect(positionOf(loaded(), messageId(1))).toBe(-1);
  });

  it('have new messages on top, which push the others down', () => {
    const after = withArrivals(loaded(), messages(22, 21));
    expect(seen(after)).toEqual([22, 21, 20, 19, 18, 17, 16, ...gap(5), 10, 9, 8, ...gap(7)]);
  });

  it('do not list twice a message that is there already', () => {
    const before = loaded();
    expect(withArrivals(before, messages(20))).toBe(before);
  });

  it('do not take a message from below the first rows for a new one', () => {
    expect(seemsOld(loaded(), messageSummary(16))).toBe(true);
    expect(seemsOld(loaded(), messageSummary(1))).toBe(true);
    expect(seemsOld(loaded(), messageSummary(17))).toBe(false);
    const whole = pagesOf({ messages: messages(5), next: null, total: 1 });
    expect(seemsOld(whole, messageSummary(4))).toBe(false);
    expect(seemsOld(undefined, messageSummary(4))).toBe(false);
  });

  it('take over the newest state of a message and leave the other rows as they are', () => {
    const before = loaded();
    const after = withChanges(before, new Map([[messageId(9), messageSummary(9, { subject: 'New' })]]));
    expect(rowAt(after, 11)?.subject).toBe('New');
    expect(after.stretches[0]).toBe(before.stretches[0]);
  });

  it('stay the same object when nothing concerns them', () => {
    const before = loaded();
    expect(withChanges(before, new Map([[messageId(99), messageSummary(99)]]))).toBe(before);
    expect(withoutMessages(before, new Set([messageId(99)]))).toBe(before);
  });

  it('close up when messages are deleted', () => {
    const after = withoutMessages(loaded(), new Set([19, 18, 10, 99].map(messageId)));
    expect(seen(after)).toEqual([20, 17, 16, ...gap(5), 9, 8, ...gap(7)]);
  });

  it('are marked read, some or all', () => {
    const some = withMark(loaded(), new Set([messageId(8)]), { read: true });
    expect(rowsOf(some).filter((message) => message.read)).toHaveLength(1);
    expect(rowsOf(withMark(loaded(), null, { read: true })).every((message) => message.read)).toBe(true);
  });

  it('are dropped outside of what is kept, and can be loaded again', () => {
    const kept = within(loaded(), [
      { first: 0, last: 1 },
      { first: 11, last: 13 },
    ]);
    expect(seen(kept)).toEqual([20, 19, ...gap(9), 9, 8, ...gap(7)]);
    const again = withPage(kept, 2, { messages: messages(18, 17), next: 'x', total: null });
    expect(seen(again)).toEqual([20, 19, 18, 17, ...gap(7), 9, 8, ...gap(7)]);
  });

  it('grow with a search that is counted later', () => {
    const uncounted = pagesOf({ messages: messages(9, 8), next: 'c8', total: null });
    expect(uncounted).toMatchObject({ length: 3, counted: false });
    expect(hasGaps(uncounted)).toBe(true);
    expect(withTotal(uncounted, 40)).toMatchObject({ length: 40, counted: true });
  });
});

describe('a page from the middle of a view', () => {
  it('fills the gap that it was asked for', () => {
    const after = withPage(loaded(), 5, { messages: messages(15, 14, 13, 12, 11), next: 'x', total: null });
    expect(seen(after)).toEqual([20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, ...gap(7)]);
    expect(after.stretches).toHaveLength(1);
  });

  it('is put where a row that it shares says, because mail came meanwhile', () => {
    const moved = withArrivals(loaded(), messages(21));
    const after = withPage(moved, 3, { messages: messages(17, 16, 15), next: 'x', total: null });
    expect(seen(after)).toEqual([21, 20, 19, 18, 17, 16, 15, ...gap(4), 10, 9, 8, ...gap(7)]);
  });

  it('lists no message twice when those below stood too far down', () => {
    const after = withPage(loaded(), 3, {
      messages: messages(17, 16, 15, 14, 13, 12, 10, 9),
      next: 'x',
      total: null,
    });
    expect(seen(after).slice(0, 12)).toEqual([20, 19, 18, 17, 16, 15, 14, 13, 12, 10, 9, 8]);
  });

  it('tells where the view ends', () => {
    const after = withPage(loaded(), 13, { messages: messages(7, 6), next: null, total: null });
    expect(seen(after)).toEqual([20, 19, 18, 17, 16, ...gap(5), 10, 9, 8, 7, 6]);
  });

  it('does not tell where the view ends when it is empty, only that it does before', () => {
    const empty = { messages: [], next: null, total: null };
    expect(withPage(loaded(), 2975, empty)).toEqual(loaded());
    expect(withPage(loaded(), 15, empty)).toMatchObject({ length: 15, counted: true });
    const uncounted = { ...loaded(), counted: false };
    expect(withPage(uncounted, 2975, empty)).toEqual(uncounted);
    expect(withPage(loaded(), 0, empty)).toEqual({ stretches: [], length: 0, counted: true });
  });
});

describe('the newest page asked for again', () => {
  it('brings what is new, drops what is gone, and moves what is below', () => {
    const after = withNewestPage(loaded(), {
      messages: [22, 21, 20, 18, 17].map((n) => messageSummary(n, { read: true })),
      next: 'c17',
      total: 21,
    });
    expect(seen(after)).toEqual([22, 21, 20, 18, 17, 16, ...gap(5), 10, 9, 8, ...gap(7)]);
    expect(rowAt(after ?? undefined, 3)?.read).toBe(true);
  });

  it('takes away what a search finds no longer among what it reaches over', () => {
    const after = withNewestPage(loaded(), {
      messages: messages(20, 19, 18, 15, 14),
      next: 'c14',
      total: null,
    });
    expect(seen(after).slice(0, 6)).toEqual([20, 19, 18, 15, 14, null]);
  });

  it('keeps messages that came after it was asked for', () => {
    const before = withArrivals(loaded(), messages(22));
    const after = withNewestPage(before, { messages: messages(21, 20, 19), next: 'c19', total: 21 });
    expect(seen(after).slice(0, 6)).toEqual([22, 21, 20, 19, 18, 17]);
    expect(after?.length).toBe(22);
  });

  it('cannot be joined when everything on it is newer than what is loaded', () => {
    expect(withNewestPage(loaded(), { messages: messages(40, 39), next: 'c39', total: 50 })).toBeNull();
  });

  it('is the whole view when nothing follows it', () => {
    const after = withNewestPage(loaded(), { messages: messages(9), next: null, total: 1 });
    expect(seen(after)).toEqual([9]);
  });
});
