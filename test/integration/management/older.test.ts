import { expect, test } from 'vitest';
import type { Outcome } from '#shared/outcome.ts';
import { ManagedOffice } from '../../support/managed-office.ts';

/** As the official n8n node posts: lists and objects in strings. */
function mail(key: string, changes: object = {}): object {
  return {
    mailagent_key: key,
    from: JSON.stringify({ address: 'orders@shop.test' }),
    to: JSON.stringify([{ email_address: { address: 'jane@customer.test', name: 'Jane' } }]),
    subject: 'Your order',
    htmlbody: '<p>Thank you</p>',
    ...changes,
  };
}

async function send(office: ManagedOffice): Promise<string> {
  const indexed = office.served.next('message.indexed');
  const { status, body } = await office.ask('POST', '/v1.0/email', mail(office.agent.key));
  expect(status).toBe(201);
  await indexed;
  return body.request_id;
}

test('version 1.0 sends with an access token, for the agent that the body names', async () => {
  const office = await ManagedOffice.open('strict', 'transmail.email.CREATE,transmail.accounts.READ');
  const requestId = await send(office);
  expect(requestId).not.toBe('');
  for (const body of [mail('0000000000000000'), { ...mail(''), mailagent_key: undefined }]) {
    const refused = await office.ask('POST', '/v1.0/email', body);
    expect(refused.body.error.details[0]).toMatchObject({ code: 'SERR_157', target: 'mailagent_key' });
  }
  // Version 1.1 takes send mail tokens only.
  expect((await office.ask('POST', '/v1.1/email', mail(office.agent.key))).status).toBe(401);
  expect((await office.ask('GET', '/v1.0/email')).status).toBe(401);
});

test('a token that is not for sending sends nothing', async () => {
  const office = await ManagedOffice.open('strict', 'Zeptomail.email.READ');
  expect((await office.ask('POST', '/v1.0/email', mail(office.agent.key))).status).toBe(401);
});

test('the log of version 1.0 has the mails in its own shape, and the filters of 1.1', async () => {
  const office = await ManagedOffice.open();
  const requestId = await send(office);
  const found = await office.ask('GET', `/v1.0/email?mailagent_key=${office.agent.key}&subject=order`);
  expect(found.body).toMatchObject({ metadata: { offset: 0, count: 1 }, message: 'OK' });
  expect(found.body.data.details[0]).toMatchObject({
    email_info: {
      is_smtp_trigger: false,
      subject: 'Your order',
      from: { address: 'orders@shop.test' },
      to: [{ email_address: { address: 'jane@customer.test', name: 'Jane' } }],
      status: 'delivered',
    },
    request_id: requestId,
  });
  expect((await office.ask('GET', '/v1.0/email?subject=invoice')).body.data.details).toEqual([]);
});

test('statistics count held mails and bounces by day', async () => {
  const office = await ManagedOffice.open();
  await send(office);
  await send(office);
  const [message] = (await office.served.ask('GET', '/api/messages')).body.messages;
  const bounce = (kind: Outcome['kind'], at: string): void =>
    office.served.postOffice.ledger.outcomes.record({
      id: '019b0000-0000-7000-8000-000000000001',
      agentId: office.agent.id,
      messageId: message.id,
      recipient: 'jane@customer.test',
      kind,
      at,
      origin: 'person',
      category: 'User not found',
      diagnostic: '550 No such user',
      link: null,
      userAgent: null,
    });
  bounce('hardbounce', '2026-01-02T12:00:00.000Z');
  bounce('softbounce', '2026-01-03T12:00:00.000Z');
  bounce('hardbounce', '2026-01-05T12:00:00.000Z');

  const all = await office.ask('GET', '/v1.0/stats/email?mailagent=shop&events=hb&events=sb&events=sent');
  expect(all.body).toMatchObject({ hb: { count: 2 }, sb: { count: 1 }, sent: { count: 2 } });
  expect(all.body.data).toMatchObject({ hb: 2, sb: 1, sent: 2 });
  expect(all.body.hb.stats).toEqual([
    { date: '2026-01-05', count: 1 },
    { date: '2026-01-02', count: 1 },
  ]);
  expect(all.body.data.stats.sb).toEqual([['2026-01-03', 1]]);

  const times = new URLSearchParams({
    mailagent: office.agent.key,
    from_time: '2026-01-01T00:00:00+01:00',
    to_time: '2026-01-04T00:00:00Z',
  });
  const some = await office.ask('GET', `/v1.0/stats/email?${times}`);
  expect(some.body).toMatchObject({ hb: { count: 1 }, sb: { count: 1 }, sent: { stats: [], count: 0 } });
  expect((await office.ask('GET', '/v1.0/stats/email')).body.error.code).toBe('GE_102');
  expect((await office.ask('GET', '/v1.0/stats/email?mailagent=Nobody')).body.error.code).toBe('GE_124');
});

test('the portal tells of agents, their bounce addresses, templates and domains', async () => {
  const office = await ManagedOffice.open();
  const { key } = office.agent;
  const uploaded = await office.ask('POST', `/v1.1/agents/${key}/templates`, {
    template_name: 'Welcome',
    subject: 'Hello',
    textbody: 'Hello {{name}}',
  });
  const agents = await office.ask('GET', '/portal/v1.0/mailagents');
  expect(agents.body).toMatchObject({
    data: [{ mailagent_name: 'Shop', mailagent_key: key, domain: 'shop.test' }],
    message: 'OK',
  });
  const bounces = await office.ask('GET', `/portal/v1.0/mailagents/${key}/bounce-address`);
  expect(bounces.body.data).toEqual([{ bounce_address: 'bounce@bounce.shop.test', is_default: true }]);
  const templates = await office.ask('GET', `/portal/v1.0/mailagents/${key}/template`);
  const { template_key: templateKey } = uploaded.body.data[0];
  expect(templates.body.mail_templates).toMatchObject([
    { template_name: 'Welcome', template_key: templateKey },
  ]);
  expect(templates.body.data).toEqual([{ data: templates.body.mail_templates }]);
  const domains = await office.ask('GET', `/portal/v1.0/domains/mailagents/${key}`);
  expect(domains.body.data).toMatchObject([
    { domain_name: 'shop.test', sub_domain: 'bounce', associated_mailagents: [key] },
  ]);
  for (const path of ['mailagents/x/bounce-address', 'mailagents/x/template', 'domains/mailagents/x']) {
    expect((await office.ask('GET', `/portal/v1.0/${path}`)).body.error.code).toBe('GE_124');
  }
});
