import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { inFlightPerWebhook } from '../../../electron/webhooks/dispatcher.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { agentA, mail } from '../../support/parcel.ts';
import { testRoad } from '../../support/road.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { WebhookReceiver } from '../../support/webhook-receiver.ts';
import { TestWebhooks } from '../../support/webhooks.ts';

const seconds = 1000;
const minutes = 60 * seconds;

test('what fails is tried again, later each time, with the same bytes, until it is taken', async () => {
  const receiver = await WebhookReceiver.open();
  const road = await testRoad();
  const messageId = await road.held(mail('Hello'));
  const webhooks = await TestWebhooks.open({ archive: road.road.archive });
  receiver.answer = (response, call) => response.writeHead(call < 4 ? 500 : 200).end();
  webhooks.add({ url: receiver.url });
  webhooks.announce({ messageId, kind: 'open' });
  const start = webhooks.clock.now().getTime();
  const waits: number[] = [];
  for (let attempt = 1; attempt < 4; attempt += 1) {
    const ended = (await webhooks.ended(attempt)).at(-1);
    expect(ended).toMatchObject({
      state: 'waiting',
      attempts: attempt,
      status: 500,
      problem: 'Answered 500.',
    });
    const due = Date.parse(ended?.nextAttemptAt ?? '');
    waits.push(due - webhooks.clock.now().getTime());
    webhooks.clock.advance(due - webhooks.clock.now().getTime() - 1);
    expect(receiver.calls).toHaveLength(attempt);
    // The next look at the clock that comes at, or after, the time.
    webhooks.clock.advance(1 * seconds);
  }
  expect(waits).toEqual([10 * seconds, 1 * minutes, 5 * minutes]);
  expect((await webhooks.ended(4)).at(-1)).toMatchObject({ state: 'delivered', attempts: 4 });
  expect(webhooks.clock.now().getTime()).toBeGreaterThan(start);
  expect(new Set(receiver.calls.map(({ body }) => body)).size).toBe(1);
  const [delivery] = webhooks.office.deliveries(agentA, { limit: 10 }).deliveries;
  expect(webhooks.office.delivery(delivery?.id ?? '').attemptLog.map(({ number }) => number)).toEqual([
    1, 2, 3, 4,
  ]);
  webhooks.clock.advance(1 * seconds);
  expect(webhooks.clock.running).toBe(0);
});

test('after the last try it is given up, and can be sent again by hand, once', async () => {
  const receiver = await WebhookReceiver.open();
  const road = await testRoad();
  const messageId = await road.held(mail('Hello'));
  const webhooks = await TestWebhooks.open({ archive: road.road.archive });
  receiver.answer = (response) => response.writeHead(503).end();
  webhooks.add({ url: receiver.url });
  webhooks.announce({ messageId, kind: 'open' });
  for (let attempt = 1; attempt < 5; attempt += 1) {
    await webhooks.ended(attempt);
    webhooks.clock.advance(31 * minutes);
  }
  const given = (await webhooks.ended(5)).at(-1);
  expect(given).toMatchObject({ state: 'failed', attempts: 5, nextAttemptAt: null });
  webhooks.clock.advance(100 * minutes);
  expect(receiver.calls).toHaveLength(5);
  webhooks.office.redeliver(given?.id ?? '');
  expect((await webhooks.ended(6)).at(-1)).toMatchObject({
    state: 'failed',
    attempts: 6,
    nextAttemptAt: null,
  });
  receiver.answer = (response) => response.end();
  webhooks.office.redeliver(given?.id ?? '');
  expect((await webhooks.ended(7)).at(-1)).toMatchObject({ state: 'delivered', attempts: 7 });
});

test('what waits, and what was broken off by the end, is sent after the next start', async () => {
  const receiver = await WebhookReceiver.open();
  const road = await testRoad();
  const messageId = await road.held(mail('Hello'));
  const common = { folder: await temporaryFolder(), archive: road.road.archive, clock: new ManualClock() };
  const first = await TestWebhooks.open(common);
  receiver.answer = (response, call) => (call === 1 ? response.writeHead(500).end() : undefined);
  first.add({ url: receiver.url });
  first.announce({ messageId, kind: 'open' });
  await first.ended(1);
  first.announce({ messageId, kind: 'click', link: 'https://example.com/' });
  await receiver.called(2);
  await first.close();

  receiver.answer = (response) => response.end();
  const second = await TestWebhooks.open(common);
  const [ended] = await second.ended(1);
  expect(ended).toMatchObject({ event: 'email_link_click', state: 'delivered', attempts: 1 });
  common.clock.advance(11 * seconds);
  expect((await second.ended(2))[1]).toMatchObject({ event: 'email_open', state: 'delivered', attempts: 2 });
  expect(receiver.calls[2]?.body).toBe(receiver.calls[1]?.body);
});

test('a paused webhook takes nothing new; what waited goes on when it is on again', async () => {
  const receiver = await WebhookReceiver.open();
  const road = await testRoad();
  const messageId = await road.held(mail('Hello'));
  const webhooks = await TestWebhooks.open({ archive: road.road.archive });
  receiver.answer = (response, call) => response.writeHead(call === 1 ? 500 : 200).end();
  const { id } = webhooks.add({ url: receiver.url });
  webhooks.announce({ messageId, kind: 'open' });
  await webhooks.ended(1);
  webhooks.office.patch(agentA, id, { enabled: false });
  webhooks.announce({ messageId, kind: 'hardbounce' });
  webhooks.clock.advance(20 * seconds);
  expect(webhooks.office.deliveries(agentA, { limit: 10 }).deliveries).toHaveLength(1);
  expect(receiver.calls).toHaveLength(1);
  webhooks.office.patch(agentA, id, { enabled: true });
  expect((await webhooks.ended(2))[1]).toMatchObject({ state: 'delivered', attempts: 2 });
});

test('at most a few requests run at once to one webhook, and another one does not wait for it', async () => {
  const slow = await WebhookReceiver.open();
  const quick = await WebhookReceiver.open();
  const webhooks = await TestWebhooks.open();
  const answers: ServerResponse[] = [];
  slow.answer = (response) => void answers.push(response);
  const [slowHook, quickHook] = [webhooks.add({ url: slow.url }), webhooks.add({ url: quick.url })];
  const count = inFlightPerWebhook + 3;
  for (let n = 0; n < count; n += 1) {
    webhooks.office.test(agentA, slowHook.id, 'email_open');
  }
  webhooks.office.test(agentA, quickHook.id, 'email_open');
  await webhooks.ended(1);
  await slow.called(inFlightPerWebhook);
  expect(slow.calls).toHaveLength(inFlightPerWebhook);
  slow.answer = (response) => response.end();
  for (const response of answers) {
    response.end();
  }
  await webhooks.ended(count + 1);
  expect(slow.calls).toHaveLength(count);
});

test('a webhook that is deleted takes its deliveries along, and what is on its way is broken off', async () => {
  const receiver = await WebhookReceiver.open();
  const webhooks = await TestWebhooks.open();
  receiver.answer = () => undefined;
  const { id } = webhooks.add({ url: receiver.url });
  const other = webhooks.add({ url: receiver.url });
  webhooks.office.test(agentA, id, 'email_open');
  await receiver.called(1);
  webhooks.office.delete(agentA, id);
  await webhooks.office.close();
  expect(webhooks.office.list(agentA).map((webhook) => webhook.id)).toEqual([other.id]);
  expect(webhooks.office.deliveries(agentA, { limit: 10 })).toEqual({ deliveries: [], next: null });
});

test('a deleted agent leaves no webhook, no key and no delivery', async () => {
  const receiver = await WebhookReceiver.open();
  const webhooks = await TestWebhooks.open();
  receiver.answer = () => undefined;
  const { id } = webhooks.add({ url: receiver.url });
  const { key } = webhooks.office.key(agentA);
  webhooks.office.test(agentA, id, 'email_open');
  await receiver.called(1);
  webhooks.ledger.deleteAgent(agentA);
  webhooks.announcer.announce({ type: 'agent.deleted', agentId: agentA });
  await webhooks.office.close();
  for (const table of ['webhook', 'webhook_delivery', 'webhook_attempt', 'webhook_key']) {
    expect(webhooks.ledger.database.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
  }
  expect(webhooks.office.key(agentA).key).not.toBe(key);
});

test('an event of a message that is gone by then is given up in words', async () => {
  const receiver = await WebhookReceiver.open();
  const webhooks = await TestWebhooks.open();
  webhooks.add({ url: receiver.url });
  webhooks.announce({ messageId: '01890000-0000-7000-8000-0000000000aa', kind: 'open' });
  expect((await webhooks.ended(1))[0]).toMatchObject({
    state: 'failed',
    problem: expect.stringMatching(/deleted/),
  });
  expect(receiver.calls).toEqual([]);
});
