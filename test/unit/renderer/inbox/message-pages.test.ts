import { describe, expect, it } from 'vitest';
import {
  rowsOf,
  seemsOld,
  totalOf,
  withArrivals,
  withChanges,
  withNewestPage,
  withoutMessages,
  withMark,
} from '../../../../renderer/src/features/inbox/message-pages.ts';
import type { MessagePages } from '../../../../renderer/src/features/inbox/message-pages.ts';
import { messageId, messageSummary } from '../../../support/message-summaries.ts';

/** Messages 9..5 on the first page and 4..2 on the second, of ten in all. */
function loaded(): MessagePages {
  return {
    pages: [
      { messages: [9, 8, 7, 6, 5].map((n) => messageSummary(n)), next: 'c5', total: 10 },
      { messages: [4, 3, 2].map((n) => messageSummary(n)), next: 'c2', total: 10 },
    ],
    pageParams: [null, 'c5'],
  };
}

function numbers(data: MessagePages): number[] {
  return rowsOf(data).map((message) => Number(message.id.slice(-12)));
}

describe('the loaded pages of messages', () => {
  it('put new messages on top and count them', () => {
    const after = withArrivals(loaded(), [messageSummary(11), messageSummary(10)]);
    expect(numbers(after)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    expect(totalOf(after)).toBe(12);
  });

  it('do not list twice a message that the first page has already', () => {
    const before = loaded();
    expect(withArrivals(before, [messageSummary(9)])).toBe(before);
  });

  it('do not take a message of a page below for a new one', () => {
    expect(seemsOld(loaded(), messageSummary(5))).toBe(true);
    expect(seemsOld(loaded(), messageSummary(1))).toBe(true);
    expect(seemsOld(loaded(), messageSummary(6))).toBe(false);
    expect(
      seemsOld(
        { pages: [{ messages: [messageSummary(5)], next: null, total: 1 }], pageParams: [null] },
        messageSummary(4),
      ),
    ).toBe(false);
    expect(seemsOld(undefined, messageSummary(4))).toBe(false);
  });

  it('take over the newest state of a message and leave the other pages as they are', () => {
    const before = loaded();
    const after = withChanges(before, new Map([[messageId(3), messageSummary(3, { subject: 'New' })]]));
    expect(rowsOf(after).find((message) => message.id === messageId(3))?.subject).toBe('New');
    expect(after.pages[0]).toBe(before.pages[0]);
  });

  it('stay the same object when nothing concerns them', () => {
    const before = loaded();
    expect(withChanges(before, new Map([[messageId(99), messageSummary(99)]]))).toBe(before);
    expect(withoutMessages(before, new Set([messageId(99)]))).toBe(before);
  });

  it('lose deleted messages and count them off', () => {
    const after = withoutMessages(loaded(), new Set([messageId(9), messageId(2), messageId(99)]));
    expect(numbers(after)).toEqual([8, 7, 6, 5, 4, 3]);
    expect(totalOf(after)).toBe(8);
  });

  it('mark some or all messages read', () => {
    const some = withMark(loaded(), new Set([messageId(8)]), { read: true });
    expect(rowsOf(some).filter((message) => message.read)).toHaveLength(1);
    expect(rowsOf(withMark(loaded(), null, { read: true })).every((message) => message.read)).toBe(true);
  });
});

describe('the newest page asked for again', () => {
  it('brings what is new, drops what is gone, and keeps the pages below', () => {
    const after = withNewestPage(loaded(), {
      messages: [11, 10, 9, 7, 6].map((n) => messageSummary(n, { read: true })),
      next: 'c6',
      total: 11,
    });
    expect(after && numbers(after)).toEqual([11, 10, 9, 7, 6, 5, 4, 3, 2]);
    expect(after && totalOf(after)).toBe(11);
    expect(after && rowsOf(after)[3]?.read).toBe(true);
  });

  it('keeps messages that came after it was asked for', () => {
    const before = withArrivals(loaded(), [messageSummary(12)]);
    const after = withNewestPage(before, {
      messages: [10, 9, 8].map((n) => messageSummary(n)),
      next: 'c8',
      total: 10,
    });
    expect(after && numbers(after).includes(12)).toBe(true);
  });

  it('cannot be joined when everything on it is newer than what is loaded', () => {
    const newest = { messages: [40, 39].map((n) => messageSummary(n)), next: 'c39', total: 50 };
    expect(withNewestPage(loaded(), newest)).toBeNull();
  });

  it('is the whole view when nothing follows it', () => {
    const after = withNewestPage(loaded(), { messages: [messageSummary(9)], next: null, total: 1 });
    expect(after && numbers(after)).toEqual([9]);
  });
});
