import type { AgentConfig } from '#shared/agent.ts';
import { describe, expect, test } from 'vitest';
import { SmtpClient } from '../../support/smtp-client.ts';
import { SmtpOffice } from '../../support/smtp-office.ts';

const strict: Pick<AgentConfig, 'mode' | 'domains'> = { mode: 'strict', domains: ['shop.test'] };

function plain(user: string, password: string): string {
  return `AUTH PLAIN ${Buffer.from(`\0${user}\0${password}`).toString('base64')}`;
}

async function openLoggedIn(office: SmtpOffice): Promise<SmtpClient> {
  const before = await office.connect();
  await before.begin();
  const client = await before.startTls(office.trust);
  await client.say('EHLO client.test');
  expect(await client.say(plain('emailapikey', office.token))).toBe('235 Authentication Successful');
  return client;
}

async function send(client: SmtpClient, message: string): Promise<string | null> {
  await client.beginData();
  client.write(`${message}\r\n.\r\n`);
  return client.reply();
}

describe('a strict agent', () => {
  test('wants TLS before anything else, and does not offer AUTH without it', async () => {
    const office = await SmtpOffice.open({ agent: strict });
    const client = await office.connect();
    const ehlo = await client.begin();
    expect(ehlo).toContain('250-STARTTLS');
    expect(ehlo).not.toContain('AUTH');
    expect(await client.say(plain('emailapikey', office.token))).toBe(
      '530 Must issue a STARTTLS command first.',
    );
    expect(await client.say('MAIL FROM:<a@shop.test>')).toBe('530 Must issue a STARTTLS command first.');
    await client.say('QUIT');
    expect(await office.activity()).toMatchObject({
      outcome: 'refused',
      summary: 'refused: 530 Must issue a STARTTLS command first.',
      verdicts: [{ status: 530, code: '530 Must issue a STARTTLS command first.' }],
    });
  });

  test('wants AUTH under TLS, and refuses a wrong token with its reason kept', async () => {
    const office = await SmtpOffice.open({ agent: strict });
    const before = await office.connect();
    await before.begin();
    const client = await before.startTls(office.trust);
    expect(await client.say('EHLO client.test')).toContain('AUTH LOGIN PLAIN');
    expect(await client.say('MAIL FROM:<a@shop.test>')).toBe('530 Authentication required');
    expect(await client.say(plain('emailapikey', 'wrong'))).toBe('535 Authentication Failed.');
    expect(await client.say(plain('somebody', office.token))).toBe('535 Authentication Failed.');
    await client.say('QUIT');
    const session = await office.activity();
    expect(session.outcome).toBe('refused');
    expect(session.verdicts.map(({ code }) => code)).toContain('535 Authentication Failed.');
    expect(session.session).toMatchObject({ user: 'somebody', tls: { protocol: 'TLSv1.3' } });
  });

  test('says in the activity that the API’s prefix was pasted before the token', async () => {
    const office = await SmtpOffice.open({ agent: strict, channel: 'smtps' });
    const client = await SmtpClient.openTls(office.door.port, office.trust);
    await client.begin();
    const password = `Zoho-enczapikey ${office.token}`;
    expect(await client.say(plain('emailapikey', password))).toBe('535 Authentication Failed.');
    await client.say('QUIT');
    expect((await office.activity()).verdicts[0]?.explanation).toContain('Zoho-enczapikey');
  });

  test('takes a message that production would take, without verdicts', async () => {
    const office = await SmtpOffice.open({ agent: strict });
    const client = await openLoggedIn(office);
    expect(await send(client, 'From: a@shop.test\r\nSubject: Hello\r\n\r\nHi')).toBe('250 Message received');
    const held = await office.message();
    expect(held.verdicts).toEqual([]);
    expect(held.session).toMatchObject({ user: 'emailapikey', tls: { protocol: 'TLSv1.3' } });
  });

  test('refuses a sender whose domain is not the agent’s, in MAIL FROM and in the From header', async () => {
    const office = await SmtpOffice.open({ agent: strict });
    const client = await openLoggedIn(office);
    expect(await client.say('MAIL FROM:<x@other.test>')).toBe('553 Relaying disallowed as <x@other.test>');
    expect(await send(client, 'From: X <x@other.test>\r\nSubject: Hello\r\n\r\nHi')).toBe(
      '553 Relaying disallowed as <x@other.test>',
    );
    expect(await office.held()).toBe(0);
    await client.say('QUIT');
    const { verdicts } = await office.activity();
    expect(verdicts.map(({ target }) => target)).toEqual(['MAIL FROM', 'From']);
  });

  test.each([
    ['none', 'From: a@shop.test'],
    ['an empty one', 'From: a@shop.test\r\nSubject:'],
    ['one of blanks', 'From: a@shop.test\r\nSubject: =?utf-8?q?_?='],
  ])('refuses a message without a subject: %s', async (_, header) => {
    const office = await SmtpOffice.open({ agent: strict });
    const client = await openLoggedIn(office);
    expect(await send(client, `${header}\r\n\r\nHi`)).toBe('554 5.2.1 Subject is Mandatory.');
    expect(await send(client, 'From: a@shop.test\r\nSubject: Hello\r\n\r\nHi')).toBe('250 Message received');
  });

  test('refuses the test file of virus scanners', async () => {
    const office = await SmtpOffice.open({ agent: strict });
    const client = await openLoggedIn(office);
    const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD', 'ANTIVIRUS', 'TEST', 'FILE!$H+H*'].join(
      '-',
    );
    expect(await send(client, `Subject: Look\r\n\r\n${eicar}`)).toBe(
      '552 5.7.1 virus Win. Test. EICAR_HDB-1 detected by Zoho Mail.',
    );
  });

  test('refuses a message over its size, at SIZE and during DATA, and takes the next one', async () => {
    const office = await SmtpOffice.open({ agent: { ...strict, maxMessageBytes: 10_000 } });
    const client = await openLoggedIn(office);
    const tooLarge = '552 5.2.0 Email size exceeded the policy.';
    expect(await client.say('MAIL FROM:<a@shop.test> SIZE=10001')).toBe(tooLarge);
    expect(await send(client, `Subject: Large\r\n\r\n${'x'.repeat(10_000)}`)).toBe(tooLarge);
    expect(await send(client, 'Subject: Small\r\n\r\nHi')).toBe('250 Message received');
    expect(await office.held()).toBe(1);
  });

  test('explains in its activity why it refused a size and a recipient', async () => {
    const office = await SmtpOffice.open({
      agent: { ...strict, maxMessageBytes: 10_000 },
      limits: { recipients: 1 },
    });
    const client = await openLoggedIn(office);
    await client.say('MAIL FROM:<a@shop.test> SIZE=10001');
    await client.say('MAIL FROM:<a@shop.test>');
    await client.say('RCPT TO:<one@example.com>');
    expect(await client.say('RCPT TO:<two@example.com>')).toBe('452 Too many recipients');
    await client.say('QUIT');
    expect(await office.activity()).toMatchObject({
      outcome: 'refused',
      verdicts: [
        { status: 552, targetValue: '10001', explanation: expect.stringContaining('10000') },
        { status: 452, explanation: expect.stringContaining('1 at most') },
      ],
    });
  });

  test('without domains refuses every sender', async () => {
    const office = await SmtpOffice.open({ agent: { mode: 'strict' } });
    const client = await openLoggedIn(office);
    expect(await client.say('MAIL FROM:<a@shop.test>')).toBe('553 Relaying disallowed as <a@shop.test>');
  });

  test('a change of mode, domains and tokens applies to sessions that are open', async () => {
    const office = await SmtpOffice.open({ agent: strict });
    const client = await openLoggedIn(office);
    office.agent = { ...office.agent, domains: ['other.test'] };
    expect(await client.say('MAIL FROM:<a@shop.test>')).toBe('553 Relaying disallowed as <a@shop.test>');
    office.agent = { ...office.agent, mode: 'relaxed' };
    expect(await client.say('MAIL FROM:<a@shop.test>')).toBe('250 Sender <a@shop.test> OK');
  });
});

describe('AUTH at a relaxed agent', () => {
  test('takes any credentials without TLS, and attaches what production would have said', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    await client.begin();
    expect(await client.say('AUTH LOGIN')).toBe('334 VXNlcm5hbWU6');
    expect(await client.say(Buffer.from('emailapikey').toString('base64'))).toBe('334 UGFzc3dvcmQ6');
    expect(await client.say(Buffer.from('wrong').toString('base64'))).toBe('235 Authentication Successful');
    expect(await send(client, 'Subject: Hello\r\n\r\nHi')).toBe('250 Message received');
    const { verdicts } = await office.message();
    expect(verdicts.map(({ code }) => code)).toEqual([
      '530 Must issue a STARTTLS command first.',
      '535 Authentication Failed.',
    ]);
  });

  test('leaves no credentials in the transcript, well formed or not', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    await client.begin();
    const secret = Buffer.from(`\0emailapikey\0${office.token}`).toString('base64');
    const spoken = [
      `AUTH ${secret}`,
      `AUTHPLAIN ${secret}`,
      `AUTH\tPLAIN\t${secret}`,
      `auth plain ${secret} again`,
      secret,
      'AUTH LOGIN',
      Buffer.from('emailapikey').toString('base64'),
      '*',
      `AUTH PLAIN ${secret}`,
    ];
    for (const line of spoken) {
      await client.say(line);
    }
    await send(client, 'Subject: Hello\r\n\r\nHi');
    await client.say('QUIT');
    const kept = JSON.stringify([(await office.activity()).session, (await office.message()).session]);
    expect(kept).not.toContain(secret.slice(0, 20));
    expect(kept).not.toContain(office.token.slice(0, 20));
    expect(kept).not.toContain(Buffer.from('emailapikey').toString('base64').slice(0, 8));
    expect(kept).toContain('AUTH PLAIN ***');
  });
});
