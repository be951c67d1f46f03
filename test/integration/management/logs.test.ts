import { expect, test, vi } from 'vitest';
import { ManagedOffice } from '../../support/managed-office.ts';

/** Sends a mail by the API; answers with its request id once it can be found by what it says. */
async function send(office: ManagedOffice, changes: object = {}): Promise<string> {
  const indexed = office.served.next('message.indexed');
  const response = await fetch(`${office.url}/v1.1/email`, {
    method: 'POST',
    headers: { Authorization: `Zoho-enczapikey ${office.agent.tokens[0]?.token}` },
    body: JSON.stringify({
      from: { address: 'orders@shop.test', name: 'Shop' },
      to: [{ email_address: { address: 'jane@customer.test', name: 'Jane' } }],
      subject: 'Your order',
      textbody: 'Thank you',
      ...changes,
    }),
  });
  expect(response.status).toBe(201);
  await indexed;
  return ((await response.json()) as { request_id: string }).request_id;
}

test('the log has every held mail, newest first, in the documented shape', async () => {
  const office = await ManagedOffice.open();
  const first = await send(office);
  const second = await send(office, { subject: 'Your invoice' });
  const { body } = await office.ask('GET', '/v1.1/email');
  expect(body).toMatchObject({ metadata: { offset: 0, count: 2 }, status: 'success' });
  expect(body.data.logs.map((log: { request_id: string }) => log.request_id)).toEqual([second, first]);
  expect(body.data.logs[1]).toEqual({
    email_tracking_details: {},
    email_delivery_details: {},
    email_info: {
      email_reference: `${first}@shop.test`,
      mail_type: 'send-mail',
      subject: 'Your order',
      bounce_address: 'bounce@bounce.shop.test',
      from: { address: 'orders@shop.test', name: 'Shop' },
      message_id: `<${first}@shop.test>`,
      to: [{ address: 'jane@customer.test', name: 'Jane' }],
      processed_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/),
      mailagent_key: expect.stringContaining(`.${office.agent.key}.`),
      status: 'delivered',
    },
    request_id: first,
  });
  expect((await office.ask('GET', '/v1.1/email?offset=1&limit=5')).body.data.logs).toHaveLength(1);
});

test('each filter finds its mails and no others', async () => {
  const office = await ManagedOffice.open();
  const plain = await send(office);
  const special = await send(office, {
    subject: 'A special offer',
    client_reference: 'Order 7',
    cc: [{ email_address: { address: 'boss@customer.test' } }],
    bcc: [{ email_address: { address: 'archive@customer.test' } }],
  });
  const found = async (filter: Record<string, string>): Promise<string[]> => {
    const { body } = await office.ask('GET', `/v1.1/email?${new URLSearchParams(filter)}`);
    return body.data.logs.map((log: { request_id: string }) => log.request_id);
  };
  for (const filter of [
    { request_id: special },
    { subject: 'special' },
    { client_reference: 'Order 7' },
    { cc: 'Boss@customer.test' },
    { bcc: 'archive@customer.test' },
    { recipient: 'archive@customer.test' },
    { date_from: '01/01/2020, 08:00 AM', date_to: '31/12/2099, 11:59 PM', cc: 'boss@customer.test' },
  ]) {
    expect(await found(filter)).toEqual([special]);
  }
  for (const filter of [
    { from: 'orders@shop.test' },
    { to: 'jane@customer.test' },
    { mailagent_key: office.agent.key },
    { is_delivered: 'true' },
  ]) {
    expect(await found(filter)).toEqual([special, plain]);
  }
  for (const filter of [
    { date_to: '01/01/2020, 08:00 AM' },
    { is_hb: 'true' },
    { is_mailfailure: 'true' },
    { request_id: 'x' },
  ]) {
    expect(await found(filter)).toEqual([]);
  }
  expect((await office.ask('GET', '/v1.1/email?date_from=yesterday')).body.error.code).toBe('GE_101');
  expect((await office.ask('GET', '/v1.1/email?mailagent_key=x')).body.error.code).toBe('GE_124');
});

test('who was in bcc is named in the log, though in no header field', async () => {
  const office = await ManagedOffice.open();
  const hidden = { address: 'max@customer.test', name: 'Max' };
  await send(office, { bcc: [{ email_address: hidden }] });
  const { body } = await office.ask('GET', '/v1.1/email?bcc=max@customer.test');
  expect(body.data.logs[0].email_info.bcc).toEqual([hidden]);
});

test('a recipient whose bounce is still to come has no delivery yet', async () => {
  const office = await ManagedOffice.open();
  office.served.postOffice.outcomeScript.putRules(office.agent.id, [
    { recipient: 'slow@*', kind: 'hardbounce', category: null, delaySeconds: 3600 },
  ]);
  const slow = { email_address: { address: 'slow@customer.test' } };
  const planned = office.served.next('outcome.planned');
  const waiting = await send(office, { to: [slow] });
  await planned;
  const list = await office.ask('GET', '/v1.1/email');
  expect(list.body.data.logs[0].email_info.status).toBe('processed');
  expect((await office.ask('GET', '/v1.1/email?is_delivered=true')).body.metadata.count).toBe(0);
  const one = await office.ask('GET', `/v1.1/email/email-reference/${waiting}@shop.test`);
  expect(one.body.data).toMatchObject({ email_delivery_details: {}, email_info: { status: 'processed' } });

  const plannedAgain = office.served.next('outcome.planned');
  const both = await send(office, { to: [slow, { email_address: { address: 'jane@customer.test' } }] });
  await plannedAgain;
  const mixed = await office.ask('GET', `/v1.1/email/email-reference/${both}@shop.test`);
  expect(mixed.body.data).toMatchObject({
    email_delivery_details: { delivered: [{ recipient: 'jane@customer.test' }] },
    email_info: { status: 'multiple status' },
  });
});

test('the log tells of a mail once its rules were looked at', async () => {
  const office = await ManagedOffice.open();
  const indexed = office.served.next('message.indexed');
  const requestId = await send(office);
  const { agentId, id: messageId } = (await indexed).message;
  const { outcomes, outcomeScript } = office.served.postOffice;
  const about = { agentId, messageId, recipient: 'jane@customer.test', origin: 'rule' } as const;
  const kinds = ['softbounce', 'hardbounce'] as const;
  const plays = kinds.map((kind) => () => outcomes.play({ ...about, kind })).values();
  vi.spyOn(outcomeScript, 'caughtUp').mockImplementation(async () => {
    plays.next().value?.();
  });
  const list = await office.ask('GET', '/v1.1/email');
  expect(list.body.data.logs[0].email_info.status).toBe('soft bounce');
  const one = await office.ask('GET', `/v1.1/email/email-reference/${requestId}@shop.test`);
  expect(one.body.data.email_info.status).toBe('hard bounce');
});

test('a mail is not processed for a suppressed recipient', async () => {
  const office = await ManagedOffice.open();
  await office.served.ask('POST', '/api/suppressions', { kind: 'email', value: 'jane@customer.test' });
  const requestId = await send(office);
  const one = await office.ask('GET', `/v1.1/email/email-reference/${requestId}@shop.test`);
  expect(one.body.data).toMatchObject({
    email_delivery_details: { mailfailure: [{ recipient: 'jane@customer.test' }] },
    email_info: { status: 'process failed' },
  });
  expect((await office.ask('GET', '/v1.1/email?is_mailfailure=true')).body.metadata.count).toBe(1);
});

test('a mail’s own log tells what happened to it', async () => {
  const office = await ManagedOffice.open();
  const requestId = await send(office);
  const [message] = (await office.served.ask('GET', '/api/messages')).body.messages;
  const common = { agentId: office.agent.id, messageId: message.id, recipient: 'jane@customer.test' };
  const rest = { origin: 'person', link: null } as const;
  const { outcomes } = office.served.postOffice.ledger;
  const at = '2026-01-02T03:04:05.000Z';
  const id = '019b0000-0000-7000-8000-000000000001';
  outcomes.record({
    ...common,
    ...rest,
    id,
    at,
    kind: 'hardbounce',
    category: 'User not found',
    diagnostic: '550 No such user',
    userAgent: null,
  });
  outcomes.record({
    ...common,
    ...rest,
    id,
    at,
    kind: 'open',
    category: null,
    diagnostic: null,
    userAgent: 'Mail',
  });

  const one = await office.ask('GET', `/v1.1/email/email-reference/${requestId}@shop.test`);
  expect(one.body.data).toMatchObject({
    email_tracking_details: { email_open: { details: [{ user_agent: 'Mail' }], event_count: 1 } },
    email_delivery_details: {
      hardbounce: [
        { recipient: 'jane@customer.test', reason: '550 No such user', category: 'User not found' },
      ],
    },
    email_info: { status: 'hard bounce' },
    request_id: requestId,
  });
  expect((await office.ask('GET', '/v1.1/email?is_hb=true')).body.metadata.count).toBe(1);
  expect((await office.ask('GET', '/v1.1/email?is_delivered=true')).body.metadata.count).toBe(0);
  expect((await office.ask('GET', '/v1.1/email/email-reference/unknown')).body.error.code).toBe('GE_124');
});
