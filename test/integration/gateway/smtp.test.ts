import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { authPlain, GatewayTest, sendMail } from '../../support/gateway.ts';
import { SmtpClient } from '../../support/smtp-client.ts';

test('a token finds its agent, whatever the sender says', async () => {
  const gateway = await GatewayTest.open();
  const blog = await gateway.add({ name: 'Blog', domains: ['blog.test'] });
  const client = await gateway.connect();
  expect(await client.say(authPlain('emailapikey', blog.tokens[0]?.token ?? ''))).toMatch(/^235 /);
  expect(await sendMail(client, 'a@shop.test')).toBe('250 Message received');
  expect(gateway.held).toEqual({ Shop: 0, Blog: 1 });
});

test('a short password finds its agent by its user name, over implicit TLS too', async () => {
  const gateway = await GatewayTest.open();
  const blog = await gateway.add({ name: 'Blog', mode: 'strict', domains: ['blog.test'] });
  const { username, password } = await gateway.postOffice.agents.createShortPassword(blog.id);
  const client = await SmtpClient.openTls(gateway.postOffice.gateway.view().channels.smtps.port, {
    ca: gateway.postOffice.authority.caPem,
  });
  await client.begin();
  expect(await client.say(authPlain(username, 'wrong-password'))).toBe('535 Authentication Failed.');
  expect(await client.say(authPlain(username, password))).toMatch(/^235 /);
  expect(await sendMail(client, 'a@blog.test')).toBe('250 Message received');
  expect(gateway.held).toEqual({ Shop: 0, Blog: 1 });
});

test('a strict agent found by its token judges as at its own door', async () => {
  const gateway = await GatewayTest.open();
  const bank = await gateway.add({ name: 'Bank', mode: 'strict', domains: ['bank.test'] });
  const token = bank.tokens[0]?.token ?? '';
  const plain = await gateway.connect();
  expect(await plain.say(authPlain('emailapikey', token))).toBe('530 Must issue a STARTTLS command first.');
  const client = await gateway.connectSecurely();
  expect(await client.say(authPlain('emailapikey', token))).toMatch(/^235 /);
  expect(await client.say('MAIL FROM:<a@else.test>')).toBe('553 Relaying disallowed as <a@else.test>');
  const recorded = gateway.nextActivity(bank);
  await client.say('QUIT');
  expect(await recorded).toMatchObject({ outcome: 'refused', door: 'smtp' });
});

test('without AUTH the sender’s domain finds the agent, which marks what production would have said', async () => {
  const gateway = await GatewayTest.open();
  const blog = await gateway.add({ name: 'Blog', domains: ['blog.test'] });
  const client = await gateway.connect();
  expect(await sendMail(client, 'a@blog.test')).toBe('250 Message received');
  expect(await sendMail(client, 'a@shop.test')).toBe('250 Message received');
  expect(gateway.held).toEqual({ Shop: 1, Blog: 1 });
  const { messages } = await gateway.postOffice.archive.list({ agentId: blog.id }, { limit: 1 });
  expect(messages[0]).toMatchObject({ door: 'smtp', verdictCount: 2 });
});

test('an unknown password is let in where the sender can still tell, and marked', async () => {
  const gateway = await GatewayTest.open();
  await gateway.add({ name: 'Blog', domains: ['blog.test'] });
  const transport = createTransport({
    host: '127.0.0.1',
    port: gateway.postOffice.gateway.view().channels.smtp.port,
    auth: { user: 'emailapikey', pass: 'of production' },
    tls: { ca: gateway.postOffice.authority.caPem, servername: 'localhost' },
  });
  await transport.sendMail({ from: 'a@blog.test', to: 'b@client.test', subject: 'Hi', text: 'Hi' });
  transport.close();
  expect(gateway.held).toEqual({ Shop: 0, Blog: 1 });
});

test('a domain that does not tell whose the mail is gets 530, or 535 after a wrong password', async () => {
  const gateway = await GatewayTest.open();
  await gateway.add({ name: 'Twin', domains: ['shop.test'] });
  await gateway.add({ name: 'Bank', domains: ['bank.test'], mode: 'strict' });
  const client = await gateway.connect();
  expect(await client.say('MAIL FROM:<a@shop.test>')).toBe('530 Authentication required');
  expect(await client.say('MAIL FROM:<a@bank.test>')).toBe('530 Authentication required');
  expect(await client.say('MAIL FROM:<a@else.test>')).toBe('530 Authentication required');
  // Some sender could still tell: a password that nobody has is not refused yet.
  expect(await client.say(authPlain('emailapikey', 'nobody’s'))).toMatch(/^235 /);
  expect(await client.say('MAIL FROM:<a@shop.test>')).toBe('535 Authentication Failed.');
  const attempt = gateway.nextAttempt();
  await client.say('QUIT');
  expect(await attempt).toMatchObject({
    outcome: 'refused',
    summary: 'refused: 530 Authentication required',
    verdicts: [{ status: 530 }, { status: 535 }],
  });
  expect(gateway.attempts[0]?.verdicts[1]?.explanation).toContain('“Shop”, “Twin”');
  expect(gateway.held).toEqual({ Shop: 0, Twin: 0, Bank: 0 });
});

test('the only agent takes everything while it is relaxed', async () => {
  const gateway = await GatewayTest.open();
  const client = await gateway.connect();
  expect(await sendMail(client, 'a@else.test')).toBe('250 Message received');
  expect(gateway.held).toEqual({ Shop: 1 });
  await gateway.postOffice.agents.patch(gateway.shop.id, { mode: 'strict' });
  const other = await gateway.connectSecurely();
  expect(await other.say('MAIL FROM:<a@shop.test>')).toBe('530 Authentication required');
  expect(await other.say(authPlain('emailapikey', 'wrong'))).toBe('535 Authentication Failed.');
});

test('AUTH is offered without TLS only while a relaxed agent is on', async () => {
  const gateway = await GatewayTest.open();
  const client = await gateway.connect();
  expect(await client.say('EHLO client.test')).toContain('AUTH');
  await gateway.postOffice.agents.stop(gateway.shop.id);
  expect(await client.say('EHLO client.test')).not.toContain('AUTH');
});

test('the token of an agent that is switched off is refused, and its activity says why', async () => {
  const gateway = await GatewayTest.open();
  const blog = await gateway.add({ name: 'Blog', enabled: false });
  const recorded = gateway.nextActivity(blog);
  const client = await gateway.connect();
  expect(await client.say(authPlain('emailapikey', blog.tokens[0]?.token ?? ''))).toBe(
    '535 Authentication Failed.',
  );
  await client.say('QUIT');
  const entry = await recorded;
  expect(entry.outcome).toBe('refused');
  expect(entry.verdicts[0]?.explanation).toContain('“Blog”, which is switched off');
});

test('an agent that is switched off in the middle of a session takes no more mail', async () => {
  const gateway = await GatewayTest.open();
  const blog = await gateway.add({ name: 'Blog' });
  const client = await gateway.connect();
  await client.say(authPlain('emailapikey', blog.tokens[0]?.token ?? ''));
  expect(await sendMail(client, 'a@blog.test')).toBe('250 Message received');
  await gateway.postOffice.agents.stop(blog.id);
  expect(await client.say('MAIL FROM:<a@blog.test>')).toBe('535 Authentication Failed.');
});
