import type { LookupFunction } from 'node:net';
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import {
  keptDeliveries,
  keptWaiting,
  type NewDelivery,
  WebhookLog,
} from '../../../electron/ledger/webhook-log.ts';
import { keptAnswerBytes } from '../../../electron/webhooks/call.ts';
import { inFlightPerWebhook } from '../../../electron/webhooks/dispatcher.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { agentA } from '../../support/parcel.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { WebhookReceiver } from '../../support/webhook-receiver.ts';
import { TestWebhooks } from '../../support/webhooks.ts';
import { testRoad } from '../../support/road.ts';
import { mail } from '../../support/parcel.ts';

const seconds = 1000;
const minutes = 60 * seconds;

/** A name server of the operating system, whose answers follow one another. */
function resolver(...answers: readonly (readonly string[])[]): LookupFunction {
  let asked = 0;
  return (_, __, callback) => {
    const addresses = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
}

test('the log keeps request and response as they went over the wire', async () => {
  const receiver = await WebhookReceiver.open();
  const webhooks = await TestWebhooks.open();
  receiver.answer = (response) => response.writeHead(202, { 'X-Queue': 'mail' }).end('{"taken":true}');
  const webhook = webhooks.add({ url: receiver.url });
  const made = webhooks.office.test(agentA, webhook.id, 'softbounce');
  expect(made).toMatchObject({
    state: 'waiting',
    cause: 'test',
    attempts: 0,
    messageId: null,
    url: receiver.url,
  });
  const [ended] = await webhooks.ended(1);
  expect(ended).toMatchObject({
    id: made.id,
    state: 'delivered',
    status: 202,
    attempts: 1,
    problem: null,
    nextAttemptAt: null,
    lastAttemptAt: webhooks.clock.now().toISOString(),
  });
  const [attempt] = webhooks.office.delivery(made.id).attemptLog;
  const [call] = receiver.calls;
  expect(attempt?.request.body).toBe(call?.body);
  expect(attempt?.request.headers.flat()).toEqual(call?.rawHeaders);
  expect(attempt?.response).toMatchObject({ status: 202, body: '{"taken":true}', truncated: false });
  expect(attempt?.response?.headers).toContainEqual(['X-Queue', 'mail']);
});

test.each([
  'email_delivery',
  'softbounce',
  'hardbounce',
  'email_open',
  'email_link_click',
  'fbl_compliant',
] as const)('“send test” posts a sample of %s', async (event) => {
  const receiver = await WebhookReceiver.open();
  const webhooks = await TestWebhooks.open();
  const webhook = webhooks.add({ url: receiver.url, events: ['hardbounce'], enabled: false });
  webhooks.office.test(agentA, webhook.id, event);
  await webhooks.ended(1);
  const payload = JSON.parse(receiver.calls[0]?.body ?? '');
  expect(payload.event_name).toEqual([event]);
  expect(payload.event_message[0].event_data[0].object).toBe(event);
  expect(Object.values(payload.event_message[0].event_data[0].details[0])).not.toContain('');
});

test('redirects are not followed', async () => {
  const receiver = await WebhookReceiver.open();
  const other = await WebhookReceiver.open();
  const webhooks = await TestWebhooks.open();
  receiver.answer = (response) => response.writeHead(307, { Location: other.url }).end();
  webhooks.office.test(agentA, webhooks.add({ url: receiver.url }).id, 'email_open');
  const [ended] = await webhooks.ended(1);
  expect(ended).toMatchObject({
    state: 'failed',
    status: 307,
    problem: expect.stringMatching(/not followed/),
  });
  expect(other.calls).toEqual([]);
});

test.each(['http://192.0.2.1/', 'http://[2001:db8::1]:81/', 'http://0.0.0.0:9/', 'http://169.254.169.254/'])(
  'nothing is sent to %s unless the person allowed other machines, and it is not tried again',
  async (url) => {
    const road = await testRoad();
    const messageId = await road.held(mail('Hello'));
    const webhooks = await TestWebhooks.open({ archive: road.road.archive });
    webhooks.add({ url });
    webhooks.announce({ messageId, kind: 'open' });
    const [ended] = await webhooks.ended(1);
    expect(ended).toMatchObject({
      state: 'failed',
      status: null,
      nextAttemptAt: null,
      problem: expect.stringMatching(/is not this machine/),
    });
  },
);

test('what counts is the address that a name resolves to when the connection is made', async () => {
  const receiver = await WebhookReceiver.open();
  const { port } = new URL(receiver.url);
  const url = `http://rebinding.example:${port}/hook`;
  const webhooks = await TestWebhooks.open({
    lookup: resolver(['127.0.0.1'], ['192.0.2.1'], ['192.0.2.1', '127.0.0.1']),
  });
  const { id } = webhooks.add({ url });
  webhooks.office.test(agentA, id, 'email_open');
  await webhooks.ended(1);
  webhooks.office.test(agentA, id, 'email_open');
  await webhooks.ended(2);
  webhooks.office.test(agentA, id, 'email_open');
  const ended = await webhooks.ended(3);
  expect(ended.map(({ state }) => state)).toEqual(['delivered', 'failed', 'delivered']);
  expect(ended[1]?.problem).toMatch(/rebinding\.example is 192\.0\.2\.1, which is not this machine/);
  expect(receiver.calls).toHaveLength(2);
});

test('where other machines are allowed, the resolved address is called whatever it is', async () => {
  const receiver = await WebhookReceiver.open();
  const url = receiver.url.replace('127.0.0.1', 'elsewhere.example');
  const asked: string[] = [];
  const webhooks = await TestWebhooks.open({
    lookup: (hostname, options, callback) => {
      asked.push(hostname);
      resolver(['127.0.0.1'])(hostname, options, callback);
    },
  });
  webhooks.office.test(agentA, webhooks.add({ url, allowRemote: true }).id, 'email_open');
  expect((await webhooks.ended(1))[0]?.state).toBe('delivered');
  expect(asked).toEqual(['elsewhere.example']);
});

test.each<[string, (response: ServerResponse) => unknown]>([
  ['says nothing', () => undefined],
  ['never ends its answer', (response) => response.writeHead(200).write('begun')],
  [
    'would end its answer by hanging up',
    (response) => response.socket?.write('HTTP/1.0 200 OK\r\nConnection: close\r\n\r\nbegun'),
  ],
])('a receiver that %s is cut off at the limit', async (_, answer) => {
  const receiver = await WebhookReceiver.open();
  const webhooks = await TestWebhooks.open({ limitMs: 60 });
  receiver.answer = answer;
  webhooks.office.test(agentA, webhooks.add({ url: receiver.url }).id, 'email_open');
  const [ended] = await webhooks.ended(1);
  expect(ended).toMatchObject({ state: 'failed', problem: 'No whole answer within 60 ms.' });
});

test('of a long answer 64 KB are kept, and the rest is not awaited', async () => {
  const receiver = await WebhookReceiver.open();
  const webhooks = await TestWebhooks.open();
  // It has no end: without the limit of bytes the call would last until the limit of time.
  receiver.answer = (response) => response.write('x'.repeat(keptAnswerBytes + 1));
  const { id } = webhooks.office.test(agentA, webhooks.add({ url: receiver.url }).id, 'email_open');
  expect((await webhooks.ended(1))[0]?.state).toBe('delivered');
  const [attempt] = webhooks.office.delivery(id).attemptLog;
  expect(attempt?.response?.body).toHaveLength(keptAnswerBytes);
  expect(attempt?.response?.truncated).toBe(true);
});

test('an address where nobody listens is a problem in words', async () => {
  const webhooks = await TestWebhooks.open();
  webhooks.office.test(agentA, webhooks.add({ url: 'http://localhost:1/' }).id, 'email_open');
  expect((await webhooks.ended(1))[0]).toMatchObject({
    state: 'failed',
    status: null,
    problem: expect.stringMatching(/ECONNREFUSED/),
  });
});

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
