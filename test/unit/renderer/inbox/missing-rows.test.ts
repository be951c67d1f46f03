import { describe, expect, it } from 'vitest';
import type { MessagePages } from '../../../../renderer/src/features/inbox/message-pages.ts';
import { missingAround } from '../../../../renderer/src/features/inbox/missing-rows.ts';
import { messageSummary } from '../../../support/message-summaries.ts';

/** A list of so many rows, of which those of these stretches are loaded. */
function list(length: number, ...stretches: readonly [start: number, count: number][]): MessagePages {
  return {
    stretches: stretches.map(([start, count]) => ({
      start,
      messages: Array.from({ length: count }, (_, at) => messageSummary(start + at)),
    })),
    length,
    counted: true,
  };
}

describe('the rows that are to be asked for', () => {
  it('are none while the rows in sight and those around them are loaded', () => {
    expect(missingAround(list(1000, [0, 200]), { first: 20, last: 30 })).toBeNull();
    expect(missingAround(list(100, [0, 100]), { first: 90, last: 99 })).toBeNull();
  });

  it('follow the loaded ones on the way down, and share some with them', () => {
    expect(missingAround(list(10_000, [0, 100]), { first: 80, last: 90 })).toEqual({
      offset: 97,
      limit: 63,
    });
  });

  it('lie before the loaded ones on the way up', () => {
    const far = list(10_000, [0, 100], [5000, 200]);
    expect(missingAround(far, { first: 5010, last: 5020 })).toEqual({ offset: 4940, limit: 63 });
  });

  it('lie around the place that the list is dragged to', () => {
    const missing = missingAround(list(100_000, [0, 100]), { first: 60_000, last: 60_010 });
    expect(missing).toEqual({ offset: 59_975, limit: 60 });
  });

  it('are those in sight first', () => {
    const torn = list(10_000, [0, 100], [4950, 10], [4975, 300]);
    expect(missingAround(torn, { first: 4962, last: 4970 })).toEqual({ offset: 4957, limit: 21 });
  });

  it('go on below what is known of a search that was not counted', () => {
    const search = { ...list(101, [0, 100]), counted: false };
    expect(missingAround(search, { first: 90, last: 99 })?.offset).toBe(97);
  });
});
