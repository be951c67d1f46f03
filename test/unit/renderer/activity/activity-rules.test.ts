import { expect, it } from 'vitest';
import { durationText } from '../../../../renderer/src/features/activity/duration.ts';
import { entriesOf, withEntries } from '../../../../renderer/src/features/activity/outcomes.ts';
import type { ActivityEntry } from '#shared/activity.ts';

function entry(id: string, outcome: ActivityEntry['outcome']): ActivityEntry {
  return {
    id,
    agentId: 'a',
    door: 'smtp',
    startedAt: '2026-11-23T05:00:00.000Z',
    durationMs: 3,
    peer: '127.0.0.1',
    outcome,
    summary: '',
    messageIds: [],
    verdicts: [],
  };
}

it.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1400, '1.4 s'],
  [59_949, '59.9 s'],
  [59_950, '1 min 0 s'],
  [125_000, '2 min 5 s'],
])('writes %d ms as %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

it('filters by outcome', () => {
  const entries = [entry('1', 'held'), entry('2', 'refused')];
  expect(entriesOf(entries, 'refused').map(({ id }) => id)).toEqual(['2']);
  expect(entriesOf(entries, 'all')).toHaveLength(2);
});

it('puts new entries on top, the newest first, and one that is known nowhere twice', () => {
  const entries = [entry('1', 'held')];
  const recorded = [entry('1', 'held'), entry('2', 'held'), entry('3', 'refused')];
  expect(withEntries(entries, recorded).map(({ id }) => id)).toEqual(['3', '2', '1']);
  expect(withEntries(entries, [entry('1', 'held')])).toBe(entries);
});
