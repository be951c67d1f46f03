import { describe, expect, it } from 'vitest';
import type { AppEvent } from '#shared/events.ts';
import { arrivalsPerBatch, batchOf } from '../../../../renderer/src/features/inbox/event-batch.ts';
import { agentA, agentB, messageId, messageSummary } from '../../../support/message-summaries.ts';

const all = { agentId: null, q: '' };
const ofA = { agentId: agentA, q: '' };
const search = { agentId: null, q: 'receipt' };

const held = (n: number, agentId = agentA) =>
  ({ type: 'message.held', message: messageSummary(n, { agentId, index: 'pending', subject: '' }) }) as const;
const indexed = (n: number, agentId = agentA) =>
  ({ type: 'message.indexed', message: messageSummary(n, { agentId }) }) as const;

describe('a batch of events', () => {
  it('brings new messages newest first, in their latest state', () => {
    const batch = batchOf([held(1), held(2), indexed(1)], all);
    expect(batch.arrivals.map((message) => message.subject)).toEqual(['', 'Subject 1']);
    expect(batch.changes.size).toBe(0);
  });

  it('leaves out what happens at other agents', () => {
    expect(batchOf([held(1, agentB), indexed(2, agentB)], ofA)).toMatchObject({
      arrivals: [],
      changes: new Map(),
      askAgain: false,
    });
  });

  it('forgets a message that came and went', () => {
    const gone: AppEvent = { type: 'message.deleted', agentId: agentA, ids: [messageId(1)], final: true };
    const batch = batchOf([held(1), gone], all);
    expect(batch.arrivals).toEqual([]);
    expect(batch.removals).toEqual(new Set([messageId(1)]));
  });

  it('asks a search again, because only the server knows what it finds', () => {
    expect(batchOf([held(1)], search)).toMatchObject({ arrivals: [], askAgain: false });
    expect(batchOf([held(1), indexed(1)], search)).toMatchObject({ arrivals: [], askAgain: true });
  });

  it('asks for the newest page instead of following a burst one by one', () => {
    const burst = Array.from({ length: arrivalsPerBatch + 1 }, (_, n) => held(n));
    expect(batchOf(burst, all)).toMatchObject({ arrivals: [], askAgain: true });
    expect(batchOf(burst.slice(1), all).arrivals).toHaveLength(arrivalsPerBatch);
  });

  it('reloads after a gap in the stream, and when too many changed to be named', () => {
    expect(batchOf([{ type: 'connected' }], all).reload).toBe(true);
    expect(batchOf([{ type: 'message.deleted', agentId: agentA, ids: null, final: true }], ofA).reload).toBe(
      true,
    );
    expect(batchOf([{ type: 'messages.changed', agentId: agentB }], ofA).reload).toBe(false);
  });
});
