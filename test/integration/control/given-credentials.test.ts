import { randomBytes } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { ServedOffice } from '../../support/served-office.ts';

const token = randomBytes(108).toString('base64');
const short = { username: 'emailappsmtp.pipeline1', password: 'a-password-of-ours' };

test('an agent is created with the key, tokens and passwords that the person brings, and they work', async () => {
  const office = await ServedOffice.open();
  const created = await office.ask('POST', '/api/agents', {
    name: 'Pipeline',
    mode: 'strict',
    domains: ['example.com'],
    key: '00112233445566aa',
    tokens: [{ token }],
    shortPasswords: [short],
  });
  expect(created.status).toBe(201);
  const agent = created.body;
  expect(agent).toMatchObject({ key: '00112233445566aa', tokens: [{ token }], shortPasswords: [short] });

  const sent = await fetch(`http://127.0.0.1:${agent.channels.api.port}/v1.1/email`, {
    method: 'POST',
    headers: { Authorization: `Zoho-enczapikey ${token}` },
    body: JSON.stringify({
      from: { address: 'a@example.com' },
      to: [{ email_address: { address: 'b@example.net' } }],
      subject: 'By the API',
      textbody: 'Hello',
    }),
  });
  expect(sent.status).toBe(201);

  const transport = createTransport({
    host: '127.0.0.1',
    port: agent.channels.smtp.port,
    auth: { user: short.username, pass: short.password },
    tls: { ca: office.postOffice.authority.caPem },
  });
  await transport.sendMail({ from: 'a@example.com', to: 'b@example.net', subject: 'By SMTP', text: 'Hello' });
  transport.close();
  expect((await office.ask('GET', `/api/messages?agent=${agent.id}`)).body.total).toBe(2);
});

test('an agent may be created without any token', async () => {
  const office = await ServedOffice.open();
  const created = await office.ask('POST', '/api/agents', { name: 'Bare', tokens: [] });
  expect(created.body.tokens).toEqual([]);
});

test.each([
  { wish: { tokens: [{ token: 'short' }] }, status: 400, field: 'tokens.0.token' },
  { wish: { tokens: [{ token }, { token }] }, status: 409, field: 'tokens.1.token' },
  { wish: { tokens: [{ token, secret: 1 }] }, status: 400, field: 'tokens.0.secret' },
  { wish: { tokens: [{ token }, { token }, { token }] }, status: 400, field: 'tokens' },
  { wish: { shortPasswords: [short, short] }, status: 409, field: 'shortPasswords.1.username' },
  {
    wish: { shortPasswords: [{ ...short, username: 'me' }] },
    status: 400,
    field: 'shortPasswords.0.username',
  },
  { wish: { key: 'XYZ' }, status: 400, field: 'key' },
  { wish: { channels: { smpt: { port: 0 } } }, status: 400, field: 'channels.smpt' },
  { wish: { retention: { maxcount: 1 } }, status: 400, field: 'retention.maxcount' },
])('$field: what cannot be is refused and creates nothing', async ({ wish, status, field }) => {
  const office = await ServedOffice.open();
  const answer = await office.ask('POST', '/api/agents', { name: 'Wrong', ...wish });
  expect(answer).toMatchObject({ status, body: { error: { field } } });
  expect(office.postOffice.agents.list()).toHaveLength(1);
});

test('a token of another agent is refused, and said whose it is', async () => {
  const office = await ServedOffice.open();
  const tokens = office.agent.tokens.map((one) => ({ token: one.token }));
  expect(await office.ask('POST', '/api/agents', { name: 'Twin', tokens })).toEqual({
    status: 409,
    body: {
      error: {
        code: 'agent.credential-taken',
        message: 'This is in use already, by “My app”.',
        field: 'tokens.0.token',
      },
    },
  });
});

test('credentials are not changed with the agent, and it is said where', async () => {
  const office = await ServedOffice.open();
  const answer = await office.ask('PATCH', `/api/agents/${office.agent.id}`, { tokens: [{ token }] });
  expect(answer).toMatchObject({
    status: 400,
    body: { error: { field: 'tokens', message: expect.stringContaining('/api/agents/:id/tokens') } },
  });
});

test('the channels of an agent can be put back as they were read', async () => {
  const office = await ServedOffice.open();
  const { channels } = office.agent;
  const answer = await office.ask('PATCH', `/api/agents/${office.agent.id}`, { channels });
  expect(answer).toMatchObject({ status: 200, body: { state: 'listening' } });
});
