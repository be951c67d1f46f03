import { expect, test } from 'vitest';
import {
  keptDeliveries,
  keptWaiting,
  type NewDelivery,
  WebhookLog,
} from '../../../electron/ledger/webhook-log.ts';
import { agentA } from '../../support/parcel.ts';
import { TestWebhooks } from '../../support/webhooks.ts';

test('the log is listed by pages, newest first, and keeps the newest of each agent that ended', async () => {
  const { log, now, many } = await fullLog();
  const ids = log.add(many(keptDeliveries + 4), now);
  const [waiting = '', ...ended] = ids;
  for (const id of ended) {
    log.giveUp({ id, attempts: 0 }, 'in vain');
  }
  const [last = ''] = log.add(many(1), now);
  const first = log.list(agentA, { limit: 500 });
  const second = log.list(agentA, { limit: 500, before: first.next ?? '' });
  const third = log.list(agentA, { limit: 500, before: second.next ?? '' });
  expect(third.next).toBeNull();
  const listed = [first, second, third].flatMap(({ deliveries }) => deliveries.map((one) => one.id));
  expect(listed).toEqual([last, ...ended.slice(4).toReversed(), waiting]);
});

test('of those that wait, too, there are not without end', async () => {
  const { log, now, many } = await fullLog();
  const [oldest = '', second = ''] = log.add(many(keptWaiting + 1), now);
  expect(log.find(oldest)).toBeUndefined();
  expect(log.find(second)?.state).toBe('waiting');
});

/** A log to write into beside the office, with a webhook that nothing is sent to. */
async function fullLog(): Promise<{
  readonly log: WebhookLog;
  readonly now: Date;
  readonly many: (count: number) => readonly NewDelivery[];
}> {
  const webhooks = await TestWebhooks.open();
  const { id } = webhooks.add({ url: 'http://localhost:1/', enabled: false });
  return {
    log: new WebhookLog(webhooks.ledger),
    now: webhooks.clock.now(),
    many: (count) =>
      Array.from({ length: count }, () => ({
        agentId: agentA,
        webhookId: id,
        event: 'email_open',
        outcome: null,
      })),
  };
}
