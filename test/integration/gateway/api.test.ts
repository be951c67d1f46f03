import { request } from 'node:https';
import { expect, test } from 'vitest';
import { GatewayTest, tokenOf } from '../../support/gateway.ts';

const invalidToken = {
  error: { code: 'TM_4001', details: [{ code: 'SERR_157', message: 'Invalid API Token found' }] },
};

test('a send mail token finds its agent, whatever the sender says', async () => {
  const gateway = await GatewayTest.open();
  const blog = await gateway.add({ name: 'Blog', domains: ['blog.test'] });
  expect((await gateway.post('a@shop.test', tokenOf(blog))).status).toBe(201);
  expect(gateway.held).toEqual({ Shop: 0, Blog: 1 });
});

test('a token that is written down wrongly finds its agent too, which says what is wrong', async () => {
  const gateway = await GatewayTest.open();
  const bank = await gateway.add({ name: 'Bank', mode: 'strict', domains: ['bank.test'] });
  const recorded = gateway.nextActivity(bank);
  const answer = await gateway.post('a@bank.test', `Bearer ${bank.tokens[0]?.token}`);
  expect(answer.status).toBe(401);
  expect((await recorded).verdicts[0]?.explanation).toContain('prefix is missing');
});

test('without a token the From address finds the one relaxed agent that has its domain', async () => {
  const gateway = await GatewayTest.open();
  const blog = await gateway.add({ name: 'Blog', domains: ['blog.test'] });
  expect((await gateway.post('a@blog.test')).status).toBe(201);
  expect((await gateway.post('a@blog.test', 'Zoho-enczapikey of-production')).status).toBe(201);
  expect(gateway.held).toEqual({ Shop: 0, Blog: 2 });
  const { messages } = await gateway.postOffice.archive.list({ agentId: blog.id }, { limit: 1 });
  expect(messages[0]).toMatchObject({ door: 'api', verdictCount: 1 });
});

test('a request that is nobody’s is refused as in production, and the gateway keeps the reason', async () => {
  const gateway = await GatewayTest.open();
  await gateway.add({ name: 'Twin', domains: ['shop.test'] });
  await gateway.add({ name: 'Bank', domains: ['bank.test'], mode: 'strict' });
  for (const [from, reason] of [
    ['a@shop.test', '“Shop”, “Twin”'],
    ['a@bank.test', 'which is strict'],
    ['a@else.test', 'No Mail Agent has the domain else.test'],
  ] as const) {
    const kept = gateway.nextAttempt();
    const answer = await gateway.post(from, 'Zoho-enczapikey stranger');
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject(invalidToken);
    const attempt = await kept;
    expect(attempt).toMatchObject({
      door: 'api',
      outcome: 'refused',
      summary: 'POST /v1.1/email: 401 TM_4001 / SERR_157',
    });
    expect(attempt.verdicts[0]?.explanation).toContain(reason);
  }
  expect(gateway.attempts).toHaveLength(3);
  expect(gateway.held).toEqual({ Shop: 0, Twin: 0, Bank: 0 });
});

test('the token of an agent that is switched off is refused, and its activity says why', async () => {
  const gateway = await GatewayTest.open();
  const blog = await gateway.add({ name: 'Blog', domains: ['blog.test'], enabled: false });
  const recorded = gateway.nextActivity(blog);
  const answer = await gateway.post('a@blog.test', tokenOf(blog));
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject(invalidToken);
  expect((await recorded).verdicts[0]?.explanation).toContain('“Blog”, which is switched off');
  expect(gateway.attempts).toEqual([]);
});

test('what is the account’s and no agent’s is answered by an agent that is on', async () => {
  const gateway = await GatewayTest.open();
  await gateway.postOffice.agents.stop(gateway.shop.id);
  const blog = await gateway.add({ name: 'Blog' });
  const recorded = gateway.nextActivity(blog);
  await gateway.ask('v1.1/nowhere', { headers: { Authorization: 'Zoho-oauthtoken 1000.abc.def' } });
  expect(await recorded).toMatchObject({ door: 'api', summary: expect.stringContaining('/v1.1/nowhere') });
});

test('a page of a stranger is kept away before anything is looked at', async () => {
  const gateway = await GatewayTest.open();
  const kept = gateway.nextAttempt();
  const answer = await gateway.ask('v1.1/email', {
    method: 'POST',
    headers: { Origin: 'https://evil.test' },
    body: '{}',
  });
  expect(answer.status).toBe(403);
  expect(await kept).toMatchObject({ outcome: 'refused', verdicts: [{ status: 403 }] });
});

test('answers under ZeptoMail’s own name over HTTPS', async () => {
  const gateway = await GatewayTest.open();
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: gateway.postOffice.gateway.view().channels.apis.port,
        servername: 'api.zeptomail.com',
        ca: gateway.postOffice.authority.caPem,
        method: 'POST',
        path: '/v1.1/email',
        headers: { Host: 'api.zeptomail.com', Authorization: tokenOf(gateway.shop) },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    asked.on('error', reject);
    asked.end(
      JSON.stringify({
        from: { address: 'a@shop.test' },
        to: [{ email_address: { address: 'b@client.test' } }],
        subject: 'Hello',
        textbody: 'Hi',
      }),
    );
  });
  expect(status).toBe(201);
  expect(gateway.held).toEqual({ Shop: 1 });
});

test('version 1.0 with an access token sends for the agent whose key the body has', async () => {
  const gateway = await GatewayTest.open();
  const bank = await gateway.add({ name: 'Bank', domains: ['bank.test'], mode: 'strict' });
  const { token } = gateway.postOffice.ledger.oauth.issue(['Zeptomail.email.CREATE'], new Date());
  const send = (body: object): Promise<Response> =>
    gateway.ask('v1.0/email', {
      method: 'POST',
      headers: { Authorization: `Zoho-oauthtoken ${token}` },
      body: JSON.stringify({
        from: { address: 'a@bank.test' },
        to: [{ email_address: { address: 'jane@example.com' } }],
        subject: 'Hello',
        textbody: 'Hello',
        ...body,
      }),
    });
  expect((await send({ mailagent_key: bank.key })).status).toBe(201);
  expect((await send({})).status).toBe(401);
  expect(gateway.held).toEqual({ Shop: 0, Bank: 1 });
});
