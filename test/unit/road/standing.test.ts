import { expect, test } from 'vitest';
import type { OutcomeKind } from '#shared/outcome.ts';
import { type Standing, standingOf } from '#shared/standing.ts';

test.each<[OutcomeKind[], OutcomeKind[], Standing, Standing]>([
  // Played, still to come, how a mail's recipient stands, and the same of a mail that production would not process.
  [[], [], 'delivered', 'failed'],
  [[], ['hardbounce'], 'processed', 'failed'],
  [[], ['softbounce', 'open'], 'processed', 'failed'],
  [[], ['delivered'], 'processed', 'failed'],
  [[], ['open', 'click', 'complaint'], 'delivered', 'failed'],
  [['open'], ['hardbounce'], 'processed', 'failed'],
  [['open', 'complaint'], [], 'delivered', 'failed'],
  [['softbounce'], ['hardbounce'], 'softbounce', 'softbounce'],
  [['softbounce', 'delivered', 'open'], [], 'delivered', 'delivered'],
  [['delivered', 'hardbounce'], [], 'hardbounce', 'hardbounce'],
])('after %j and with %j to come a recipient is %s', (played, toCome, standing, unprocessed) => {
  const outcomes = played.map((kind) => ({ kind }));
  const planned = toCome.map((kind) => ({ kind }));
  expect(standingOf({ outcomes, planned, isUnprocessed: false })).toBe(standing);
  expect(standingOf({ outcomes, planned, isUnprocessed: true })).toBe(unprocessed);
});
