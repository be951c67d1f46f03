import { describe, expect, test } from 'vitest';
import { SmtpClient } from '../../support/smtp-client.ts';
import { SmtpOffice } from '../../support/smtp-office.ts';

const message = 'From: Shop <a@shop.test>\r\nTo: b@client.test\r\nSubject: Hello\r\n\r\nFirst line\r\n';

describe('the conversation with a relaxed agent', () => {
  test('speaks in production’s words from the greeting to the end', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    expect(await client.reply()).toMatch(
      /^220 smtp\.zeptomail\.com SMTP Server ready \w{3}, \d\d \w{3} \d{4}/,
    );
    const ehlo = await client.say('EHLO client.test');
    expect(ehlo?.split('\n')).toEqual([
      '250-smtp.zeptomail.com Hello [127.0.0.1]',
      '250-PIPELINING',
      '250-8BITMIME',
      '250-SMTPUTF8',
      '250-AUTH LOGIN PLAIN',
      '250-STARTTLS',
      `250 SIZE ${50 * 1024 * 1024}`,
    ]);
    expect(await client.say('MAIL FROM:<a@shop.test>')).toBe('250 Sender <a@shop.test> OK');
    expect(await client.say('RCPT TO:<b@client.test>')).toBe('250 Recipient <b@client.test> OK');
    expect(await client.say('DATA')).toBe('354 Ok Send data ending with <CRLF>.<CRLF>');
    client.write(`${message}.\r\n`);
    expect(await client.reply()).toBe('250 Message received');
    expect(await client.say('QUIT')).toBe('221 Bye');
    await client.closed;
  });

  test('keeps the message byte for byte, its envelope, and the conversation up to its 250', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    await client.begin();
    await client.beginData('a@shop.test', ['b@client.test', 'hidden@client.test']);
    client.write(`${message}..\r\n...two\r\n.\r\n`);
    await client.reply();
    const held = await office.message();
    expect(held.raw.toString()).toBe(`${message}.\r\n..two\r\n`);
    expect(held.envelope).toEqual({
      mailFrom: 'a@shop.test',
      rcptTo: ['b@client.test', 'hidden@client.test'],
    });
    expect(held.session).toMatchObject({
      kind: 'smtp',
      peer: '127.0.0.1',
      helo: 'client.test',
      user: null,
      tls: null,
    });
    const lines = held.session.kind === 'smtp' ? held.session.transcript : [];
    expect(lines.map(({ by, text }) => `${by} ${text}`)).toEqual([
      expect.stringMatching(/^S 220 /),
      'C EHLO client.test',
      expect.stringMatching(/^S 250-smtp/),
      'S 250-PIPELINING',
      'S 250-8BITMIME',
      'S 250-SMTPUTF8',
      'S 250-AUTH LOGIN PLAIN',
      'S 250-STARTTLS',
      expect.stringMatching(/^S 250 SIZE/),
      'C MAIL FROM:<a@shop.test>',
      'S 250 Sender <a@shop.test> OK',
      'C RCPT TO:<b@client.test>',
      'S 250 Recipient <b@client.test> OK',
      'C RCPT TO:<hidden@client.test>',
      'S 250 Recipient <hidden@client.test> OK',
      'C DATA',
      'S 354 Ok Send data ending with <CRLF>.<CRLF>',
      `I DATA of ${held.raw.length} bytes`,
      'S 250 Message received',
    ]);
  });

  test('says on each message what production would have objected to', async () => {
    const office = await SmtpOffice.open({ agent: { domains: ['other.test'] } });
    const client = await office.connect();
    await client.begin();
    await client.beginData();
    client.write('From: a@shop.test\r\n\r\nno subject\r\n.\r\n');
    await client.reply();
    const { verdicts } = await office.message();
    expect(verdicts.map(({ code }) => code)).toEqual([
      '530 Must issue a STARTTLS command first.',
      '530 Authentication required',
      '553 Relaying disallowed as <a@shop.test>',
      '554 5.2.1 Subject is Mandatory.',
    ]);
    expect(verdicts.every(({ protocol, explanation }) => protocol === 'smtp' && explanation !== '')).toBe(
      true,
    );
  });

  test('takes the empty sender of a bounce', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    await client.begin();
    await client.beginData('');
    client.write(`${message}.\r\n`);
    expect(await client.reply()).toBe('250 Message received');
    expect((await office.message()).envelope.mailFrom).toBeNull();
  });

  test('answers commands that were sent all at once, and the message behind the first one', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    await client.begin();
    const transaction = `MAIL FROM:<a@shop.test>\r\nRCPT TO:<b@client.test>\r\nDATA\r\n${message}.\r\n`;
    client.write(`${transaction}${transaction}QUIT\r\n`);
    const answers = [];
    for (let at = 0; at < 9; at += 1) {
      answers.push((await client.reply())?.slice(0, 3));
    }
    expect(answers).toEqual(['250', '250', '354', '250', '250', '250', '354', '250', '221']);
    expect(await office.held()).toBe(2);
    const second = await office.message(1);
    const lines = second.session.kind === 'smtp' ? second.session.transcript.map(({ text }) => text) : [];
    expect(lines).toContain('earlier messages of this session left out');
    expect(lines.filter((line) => line === 'DATA')).toHaveLength(1);
  });

  test('records the session when it ends, with its messages', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    await client.begin();
    await client.beginData();
    client.write(`${message}.\r\n`);
    await client.reply();
    await client.say('QUIT');
    const session = await office.activity();
    const { message: held } = await office.event('message.held');
    expect(session).toMatchObject({
      outcome: 'held',
      summary: '1 message held',
      messageIds: [held.id],
      door: 'smtp',
    });
    expect(session.verdicts.map(({ status }) => status)).toEqual([530, 530]);
    const lines = session.session.kind === 'smtp' ? session.session.transcript.map(({ text }) => text) : [];
    expect(lines.slice(-2)).toEqual(['QUIT', '221 Bye']);
  });

  test('a client that comes and goes is recorded as nothing', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    await client.begin();
    client.socket.end();
    expect(await office.activity()).toMatchObject({ outcome: 'nothing', messageIds: [], verdicts: [] });
  });

  test('greets before a short timer that began with the connection has run out', async () => {
    const office = await SmtpOffice.open();
    const first: (string | null)[] = [];
    // A busy machine may stall for longer once.
    for (let round = 0; round < 5; round += 1) {
      const client = await office.connect();
      const timer = new Promise<string>((resolve) => {
        setTimeout(() => resolve('the timer'), 50);
      });
      first.push(await Promise.race([client.reply(), timer]));
    }
    expect(first).toContainEqual(expect.stringMatching(/^220 /));
  });

  test('listens on both loopback families with one port', async () => {
    const office = await SmtpOffice.open();
    const client = await SmtpClient.open(office.door.port, '::1');
    expect(await client.reply()).toMatch(/^220 /);
  });
});
