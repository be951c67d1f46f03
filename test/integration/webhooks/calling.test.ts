import type { LookupFunction } from 'node:net';
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { keptAnswerBytes } from '../../../electron/webhooks/call.ts';
import { agentA, mail } from '../../support/parcel.ts';
import { testRoad } from '../../support/road.ts';
import { WebhookReceiver } from '../../support/webhook-receiver.ts';
import { TestWebhooks } from '../../support/webhooks.ts';

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
