import { expect, test } from 'vitest';
import type { Outcome } from '#shared/outcome.ts';
import { testRoad, type TestRoad } from '../../support/road.ts';
import { isSignedBy } from '../../support/signed-by.ts';
import { type ReceivedCall, WebhookReceiver } from '../../support/webhook-receiver.ts';
import { agentKey, sending, TestWebhooks } from '../../support/webhooks.ts';
import { agentA } from '../../support/parcel.ts';

const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
const chrome =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.6723.70 Safari/537.36';

const order = [
  'From: Shop <shop@example.com>',
  'To: Bob <bob@example.org>, Eve <eve@example.org>',
  'Cc: Carol <carol@example.org>',
  'Reply-To: Help <help@example.com>',
  'Subject: Your order, =?utf-8?Q?J=C3=BCrgen?=',
  '',
  'Hello',
].join('\r\n');

interface Scene {
  readonly road: TestRoad;
  readonly webhooks: TestWebhooks;
  readonly receiver: WebhookReceiver;
  readonly messageId: string;
}

async function sceneWithMail(door: 'api' | 'smtp' = 'api'): Promise<Scene> {
  const road = await testRoad();
  const receiver = await WebhookReceiver.open();
  const webhooks = await TestWebhooks.open({ archive: road.road.archive });
  const messageId = await road.held(order, {
    door,
    envelope: {
      mailFrom: 'bounce@bounce.example.com',
      rcptTo: ['bob@example.org', 'eve@example.org', 'carol@example.org', 'hidden@example.org'],
    },
    ...(door === 'api' ? { sending: sending() } : {}),
  });
  return { road, receiver, webhooks, messageId };
}

/** What a receiver gets when something happens to the message. */
async function told(
  { webhooks, receiver, messageId }: Scene,
  outcome: Pick<Outcome, 'kind'> & Partial<Outcome>,
): Promise<ReceivedCall> {
  const before = receiver.calls.length;
  webhooks.announce({ messageId, ...outcome });
  await receiver.called(before + 1);
  const call = receiver.calls[before];
  expect(call).toBeDefined();
  return call as ReceivedCall;
}

test('a bounce is told byte for byte in the order of ZeptoMail’s sample', async () => {
  const scene = await sceneWithMail();
  scene.webhooks.add({ url: scene.receiver.url });
  const { body } = await told(scene, {
    kind: 'hardbounce',
    category: 'Relaying issues',
    diagnostic: 'bad-mailbox',
  });
  const payload = JSON.parse(body) as { webhook_request_id: string };
  const zone = zoneOf(scene.webhooks.clock.now());
  expect(payload.webhook_request_id).toMatch(
    new RegExp(`^2d6f\\.${agentKey}\\.w1\\.${uuid}\\.[0-9a-f]{11}$`),
  );
  const held = await scene.road.road.archive.detail(scene.messageId);
  const processed = `${localSeconds(new Date(held?.receivedAt ?? 0))}${zone}`;
  const happened = `${localSeconds(scene.webhooks.clock.now())}${zone}`;
  const requestId = sending().requestId;
  expect(body.replace(/a\.[0-9a-f]{15}"/, 'a.…"').replace(/\.[0-9a-f]{15}"/, '.…"')).toBe(
    `{"event_name":["hardbounce"],"event_message":[{"email_info":{"email_reference":"${requestId}@example.com",` +
      `"client_reference":"order-1234","is_smtp_trigger":false,"subject":"Your order, Jürgen",` +
      `"bounce_address":"bounce@bounce.example.com","from":{"address":"shop@example.com","name":"Shop"},` +
      `"to":[{"email_address":{"address":"bob@example.org","name":"Bob"}},{"email_address":{"address":"eve@example.org","name":"Eve"}}],` +
      `"cc":[{"email_address":{"address":"carol@example.org","name":"Carol"}}],` +
      `"bcc":[{"email_address":{"address":"hidden@example.org","name":""}}],` +
      `"reply_to":[{"address":"help@example.com","name":"Help"}],"processed_time":"${processed}","object":"email"},` +
      `"event_data":[{"details":[{"reason":"relaying-issues","bounced_recipient":"bob@example.org","time":"${happened}","diagnostic_message":"bad-mailbox"}],` +
      `"object":"hardbounce"}],"request_id":"${requestId}"}],"mailagent_key":"ea36f19a.${agentKey}.…",` +
      `"webhook_request_id":"${payload.webhook_request_id}"}`,
  );
});

const readerDetails = {
  email_client: { name: 'Unknown', version: '' },
  modified_time: time,
  ip_location_info: expect.objectContaining({ ip_address: '127.0.0.1', zipcode: '', longitude: '' }),
  browser: { name: 'Chrome', version: '130.0.6723.70' },
  operating_system: { name: 'Mac OS X', version: '10.15.7' },
  time,
  device: { name: 'Desktop' },
  user_agent: chrome,
};

test.each<[kind: Outcome['kind'], event: string, details: object]>([
  [
    'softbounce',
    'softbounce',
    { reason: 'mailbox-full', bounced_recipient: 'bob@example.org', time, diagnostic_message: '452 full' },
  ],
  ['delivered', 'email_delivery', { recipient: 'bob@example.org', time }],
  ['open', 'email_open', readerDetails],
  ['click', 'email_link_click', { clicked_link: 'https://example.com/a?b=1&c=2', ...readerDetails }],
  [
    'complaint',
    'fbl_compliant',
    {
      fblFrom: 'feedback-loop@example.org',
      returnPath: 'bounce@bounce.example.com',
      ip: '127.0.0.1',
      from: 'shop@example.com',
      to: 'bob@example.org',
    },
  ],
])('%s is the event %s with its own details', async (kind, event, details) => {
  const scene = await sceneWithMail();
  scene.webhooks.add({ url: scene.receiver.url });
  const { body, headers, method, path } = await told(scene, {
    kind,
    category: 'Mailbox full',
    diagnostic: '452 full',
    link: 'https://example.com/a?b=1&c=2',
    userAgent: chrome,
  });
  expect({ method, path, type: headers['content-type'] }).toEqual({
    method: 'POST',
    path: '/hook',
    type: 'application/json',
  });
  const payload = JSON.parse(body);
  expect(payload.event_name).toEqual([event]);
  expect(payload.event_message[0].event_data).toEqual([{ details: [details], object: event }]);
});

test('mail by SMTP is told with a request id of its own that stays the same', async () => {
  const scene = await sceneWithMail('smtp');
  scene.webhooks.add({ url: scene.receiver.url });
  const [first, second] = [
    JSON.parse((await told(scene, { kind: 'delivered' })).body),
    JSON.parse((await told(scene, { kind: 'open' })).body),
  ];
  const info = first.event_message[0].email_info;
  expect(info).toMatchObject({ is_smtp_trigger: true, client_reference: '' });
  expect(info.email_reference).toMatch(
    /^2d6f\.737a00c139129ee5\.m1\.[-0-9a-f]{36}\.[0-9a-f]{11}@example\.com$/,
  );
  expect(second.event_message[0].request_id).toBe(first.event_message[0].request_id);
  expect(second.webhook_request_id).not.toBe(first.webhook_request_id);
});

test('every call is signed with the agent’s key over the exact bytes, and after a rotation with the new one', async () => {
  const scene = await sceneWithMail();
  scene.webhooks.add({ url: scene.receiver.url });
  const { key } = scene.webhooks.office.key(agentA);
  const call = await told(scene, { kind: 'open' });
  expect(isSignedBy(key, call.body, call.headers['producer-signature'])).toBe(true);
  expect(isSignedBy(key, `${call.body} `, call.headers['producer-signature'])).toBe(false);
  const rotated = scene.webhooks.office.rotateKey(agentA);
  expect(rotated.key).not.toBe(key);
  const next = await told(scene, { kind: 'open' });
  expect(isSignedBy(key, next.body, next.headers['producer-signature'])).toBe(false);
  expect(isSignedBy(rotated.key, next.body, next.headers['producer-signature'])).toBe(true);
});

test('as a form, the JSON stands behind the first “=” of the decoded body, and is what is signed', async () => {
  const scene = await sceneWithMail();
  scene.webhooks.add({ url: scene.receiver.url, body: 'form', formField: 'event' });
  const { body, headers } = await told(scene, { kind: 'click', link: 'https://example.com/?a=b+c&d=e%20f' });
  expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
  // As Zoho's Java sample reads it: URLDecoder takes “+” for a space.
  const decoded = decodeURIComponent(body.replaceAll('+', ' '));
  const json = decoded.slice(decoded.indexOf('=') + 1);
  expect(decoded.slice(0, decoded.indexOf('='))).toBe('event');
  expect(isSignedBy(scene.webhooks.office.key(agentA).key, json, headers['producer-signature'])).toBe(true);
  expect(JSON.parse(json).event_message[0].event_data[0].details[0].clicked_link).toBe(
    'https://example.com/?a=b+c&d=e%20f',
  );
});

test('a header field of the person’s own goes along', async () => {
  const scene = await sceneWithMail();
  scene.webhooks.add({ url: scene.receiver.url, header: { name: 'X-Api-Key', value: 'se cret' } });
  const { rawHeaders } = await told(scene, { kind: 'open' });
  expect(rawHeaders[rawHeaders.indexOf('X-Api-Key') + 1]).toBe('se cret');
});

test('only the chosen events are sent, to every webhook that chose them and is not paused', async () => {
  const scene = await sceneWithMail();
  const other = await WebhookReceiver.open();
  scene.webhooks.add({ url: scene.receiver.url, events: ['email_open', 'hardbounce'] });
  scene.webhooks.add({ url: other.url, events: ['email_open'] });
  const paused = scene.webhooks.add({ url: `${other.url}/paused`, enabled: false });
  scene.webhooks.announce({ messageId: scene.messageId, kind: 'softbounce' });
  scene.webhooks.announce({ messageId: scene.messageId, kind: 'open' });
  scene.webhooks.announce({ messageId: scene.messageId, kind: 'hardbounce' });
  const ended = await scene.webhooks.ended(3);
  expect(ended.map(({ event }) => event).toSorted()).toEqual(['email_open', 'email_open', 'hardbounce']);
  expect(ended.map(({ webhookId }) => webhookId)).not.toContain(paused.id);
  expect(other.calls.map(({ path }) => path)).toEqual(['/hook']);
});

function zoneOf(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** Swedish writes dates as ISO 8601 does. */
function localSeconds(date: Date): string {
  return date.toLocaleString('sv-SE').replace(' ', 'T');
}
