import { expect, test } from 'vitest';
import { ServedOffice } from '../../support/served-office.ts';

test('the sample arrives by SMTP with everything that a real mail has', async () => {
  const office = await ServedOffice.open();
  const { status, body } = await office.ask('POST', `/api/agents/${office.agent.id}/sample`);
  expect(status).toBe(201);
  expect(body.message).toMatchObject({
    agentId: office.agent.id,
    door: 'smtp',
    index: 'done',
    attachmentCount: 1,
    verdictCount: 0,
  });
  const message = (await office.ask('GET', `/api/messages/${body.message.id}`)).body;
  expect(message.subject).toMatch(/^\d{6} is your sign-in code$/);
  expect(message.text).toContain(message.subject.slice(0, 6));
  expect(message).toMatchObject({ hasHtml: true, remoteContentCount: 0, parseProblem: null });
  expect(message.session).toMatchObject({ user: 'emailapikey', tls: { protocol: expect.any(String) } });
});

test('a strict agent takes the sample from its own domain', async () => {
  const office = await ServedOffice.open();
  const agent = (
    await office.ask('POST', '/api/agents', { name: 'Strict', mode: 'strict', domains: ['shop.example'] })
  ).body;
  const { status, body } = await office.ask('POST', `/api/agents/${agent.id}/sample`);
  expect({ status, body }).toMatchObject({
    status: 201,
    body: { message: { from: { address: 'accounts@shop.example' }, verdictCount: 0 } },
  });
});

test('a strict agent without domains, and one that is off, say why there is no sample', async () => {
  const office = await ServedOffice.open();
  const agent = (await office.ask('POST', '/api/agents', { name: 'Strict', mode: 'strict' })).body;
  const refused = await office.ask('POST', `/api/agents/${agent.id}/sample`);
  expect(refused).toMatchObject({ status: 409, body: { error: { code: 'sample.no-domain' } } });
  await office.ask('POST', `/api/agents/${agent.id}/stop`);
  const off = await office.ask('POST', `/api/agents/${agent.id}/sample`);
  expect(off).toMatchObject({ status: 409, body: { error: { code: 'agent.not-listening' } } });
});

test('what the server answers to the sample is passed on', async () => {
  const office = await ServedOffice.open();
  const agent = (
    await office.ask('POST', '/api/agents', { name: 'Strict', mode: 'strict', domains: ['shop.example'] })
  ).body;
  for (const token of agent.tokens) {
    await office.ask('DELETE', `/api/agents/${agent.id}/tokens/${token.id}`);
  }
  const { status, body } = await office.ask('POST', `/api/agents/${agent.id}/sample`);
  expect({ status, body }).toMatchObject({ status: 502, body: { error: { code: 'sample.not-sent' } } });
  expect(body.error.message).toMatch(/127\.0\.0\.1:\d+: .+/);
});
