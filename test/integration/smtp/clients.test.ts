import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createTransport } from 'nodemailer';
import { describe, expect, test } from 'vitest';
import { openSmtpDoor } from '../../../electron/smtp/smtp-door.ts';
import { hasProgram } from '../../support/has-program.ts';
import { SmtpClient } from '../../support/smtp-client.ts';
import { SmtpOffice } from '../../support/smtp-office.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const mail = { from: 'Shop <a@shop.test>', to: 'b@client.test', subject: 'Hello', text: 'Hi' };

describe('nodemailer', () => {
  test('sends without TLS and without credentials', async () => {
    const office = await SmtpOffice.open();
    const transport = createTransport({ host: 'localhost', port: office.door.port, ignoreTLS: true });
    const sent = await transport.sendMail(mail);
    expect(sent.response).toBe('250 Message received');
    const held = await office.message();
    expect(held).toMatchObject({ door: 'smtp', session: { tls: null, user: null } });
    expect(held.raw.toString()).toContain('Subject: Hello\r\n');
  });

  test.each(['PLAIN', 'LOGIN'])(
    'sends by STARTTLS with AUTH %s, and production would take it',
    async (authMethod) => {
      const office = await SmtpOffice.open({ agent: { domains: ['shop.test'] } });
      const transport = createTransport({
        host: 'localhost',
        port: office.door.port,
        requireTLS: true,
        authMethod,
        auth: { user: 'emailapikey', pass: office.token },
        tls: office.trust,
      });
      await transport.sendMail(mail);
      expect(await office.message()).toMatchObject({
        verdicts: [],
        session: { user: 'emailapikey', tls: { protocol: 'TLSv1.3' } },
      });
    },
  );

  test('sends over implicit TLS with a short password, from its own address', async () => {
    const shortPassword = {
      id: 'short',
      username: 'emailappsmtp.abc123',
      password: 'secret-short',
      createdAt: '2026-01-01T00:00:00.000Z',
    };
    const office = await SmtpOffice.open({ channel: 'smtps', agent: { shortPasswords: [shortPassword] } });
    for (const user of ['emailappsmtp.abc123', 'a@shop.test']) {
      const transport = createTransport({
        host: 'localhost',
        port: office.door.port,
        secure: true,
        auth: { user, pass: 'secret-short' },
        tls: office.trust,
      });
      await transport.sendMail(mail);
    }
    expect((await office.message(0)).verdicts).toEqual([]);
    expect(await office.message(1)).toMatchObject({
      door: 'smtps',
      verdicts: [],
      session: { user: 'a@shop.test' },
    });
  });

  test('is refused by a strict agent with a wrong token', async () => {
    const office = await SmtpOffice.open({
      agent: { mode: 'strict', domains: ['shop.test'] },
      channel: 'smtps',
    });
    const transport = createTransport({
      host: 'localhost',
      port: office.door.port,
      secure: true,
      auth: { user: 'emailapikey', pass: 'wrong' },
      tls: office.trust,
    });
    await expect(transport.sendMail(mail)).rejects.toMatchObject({
      code: 'EAUTH',
      response: '535 Authentication Failed.',
    });
  });

  test('that does not trust the authority is recorded with the reason', async () => {
    const office = await SmtpOffice.open({ channel: 'smtps' });
    const transport = createTransport({ host: 'localhost', port: office.door.port, secure: true });
    await expect(transport.sendMail(mail)).rejects.toThrow('certificate');
    expect(await office.activity()).toMatchObject({ door: 'smtps', messageIds: [] });
  });

  test('sends many messages over connections that it keeps', async () => {
    const office = await SmtpOffice.open();
    const transport = createTransport({
      host: 'localhost',
      port: office.door.port,
      ignoreTLS: true,
      pool: true,
      maxConnections: 5,
    });
    await Promise.all(
      Array.from({ length: 100 }, (_, at) => transport.sendMail({ ...mail, subject: `Number ${at}` })),
    );
    transport.close();
    await office.event('message.indexed', 99);
    expect(await office.held()).toBe(100);
  });

  test('sends UTF-8 addresses, subject and body', async () => {
    const office = await SmtpOffice.open();
    const transport = createTransport({ host: 'localhost', port: office.door.port, ignoreTLS: true });
    await transport.sendMail({
      ...mail,
      envelope: { from: 'jörg@bücher.test', to: ['用户@例子.test'] },
      subject: 'Grüße 🎉',
      text: 'Füße 🎉',
    });
    await office.event('message.indexed');
    const held = await office.message();
    expect(held.subject).toBe('Grüße 🎉');
    expect(held.envelope.mailFrom).toMatch(/^jörg@/);
    expect(held.envelope.rcptTo[0]).toMatch(/^用户@/);
  });

  test('sends an attachment of 10 MB, and it comes back whole', async () => {
    const office = await SmtpOffice.open();
    const transport = createTransport({ host: 'localhost', port: office.door.port, ignoreTLS: true });
    const content = randomBytes(10 * 1024 * 1024);
    await transport.sendMail({ ...mail, attachments: [{ filename: 'large.bin', content }] });
    const { message } = await office.event('message.indexed');
    const part = await office.road.archive.part(message.id, 0);
    expect(Buffer.from(part?.bytes ?? []).equals(content)).toBe(true);
  });
});

describe('a client that writes its own bytes', () => {
  test('sends 8-bit text with BODY=8BITMIME and SMTPUTF8, and gets it back byte for byte', async () => {
    const office = await SmtpOffice.open();
    const client = await SmtpClient.open(office.door.port);
    await client.begin();
    expect(await client.say('MAIL FROM:<jörg@shop.test> BODY=8BITMIME SMTPUTF8')).toBe(
      '250 Sender <jörg@shop.test> OK',
    );
    await client.say('RCPT TO:<b@client.test>');
    await client.say('DATA');
    const raw = Buffer.concat([
      Buffer.from('Subject: Grüße\r\n\r\n'),
      Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x0a, 0x0d, 0x0d, 0x0a]),
    ]);
    client.write(Buffer.concat([raw, Buffer.from('.\r\n')]));
    expect(await client.reply()).toBe('250 Message received');
    const held = await office.message();
    expect(held.raw.equals(raw)).toBe(true);
    expect(held.envelope.mailFrom).toBe('jörg@shop.test');
  });

  test('gets the renewed certificate without a restart of the door', async () => {
    const office = await SmtpOffice.open();
    const other = await SmtpOffice.open();
    const renew: ((certificate: { cert: string; key: string }) => void)[] = [];
    const door = await openSmtpDoor({
      address: { hosts: ['127.0.0.1'], port: 0 },
      channel: 'smtps',
      agent: () => office.agent,
      ledger: office.ledger,
      apiOrigin: () => null,
      certificate: {
        current: () => office.authority.certificate.current(),
        onRenewed: (listener) => {
          renew.push(listener);
          return () => undefined;
        },
      },
      intake: office.road.intake,
    });
    const before = await SmtpClient.openTls(door.port, office.trust);
    renew[0]?.(other.authority.certificate.current());
    const after = await SmtpClient.openTls(door.port, other.trust);
    expect(await before.reply()).toMatch(/^220 /);
    expect(await after.reply()).toMatch(/^220 /);
    await door.close(0);
  });
});

const hasPython = hasProgram('python3', '-c', 'import smtplib, ssl');

describe.runIf(hasPython)('Python’s smtplib', () => {
  test('sends by STARTTLS with credentials, bytes with bare line feeds and leading dots', async () => {
    const office = await SmtpOffice.open();
    const folder = await temporaryFolder();
    const raw = 'Subject: From Python\n\n.\n..\n.leading\nlast';
    await writeFile(`${folder}/raw.eml`, raw);
    const script = `
import smtplib, ssl, sys
host, port, token, ca, raw = sys.argv[1:]
with smtplib.SMTP(host, int(port)) as server:
    server.starttls(context=ssl.create_default_context(cafile=ca))
    server.login('emailapikey', token)
    server.sendmail('a@shop.test', ['b@client.test'], open(raw, 'rb').read())
`;
    const python = spawn(
      'python3',
      [
        '-c',
        script,
        'localhost',
        String(office.door.port),
        office.token,
        office.authority.caFile,
        `${folder}/raw.eml`,
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    );
    const [code] = (await once(python, 'exit')) as [number];
    expect(code).toBe(0);
    const held = await office.message();
    expect(held.raw.toString().trimEnd()).toBe(raw);
    expect(held.verdicts).toEqual([]);
  });
});
