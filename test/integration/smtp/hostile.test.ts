import { connect } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { SmtpClient } from '../../support/smtp-client.ts';
import { SmtpOffice } from '../../support/smtp-office.ts';

const message = 'Subject: Hello\r\n\r\nHi\r\n';

/** Sends one message on a connection of its own and answers with the final reply. */
async function sendOne(office: SmtpOffice): Promise<string | null> {
  const client = await office.connect();
  await client.begin();
  await client.beginData();
  client.write(`${message}.\r\n`);
  const reply = await client.reply();
  client.socket.end();
  return reply;
}

describe('a slow or hostile client', () => {
  test('that leaves in the middle of DATA leaves nothing but its session', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    await client.begin();
    await client.beginData();
    client.write('Subject: Half a mess');
    client.socket.end();
    expect(await office.activity()).toMatchObject({ outcome: 'failed', summary: 'connection lost in DATA' });
    expect(await office.held()).toBe(0);
  });

  test('that cuts the line in DATA leaves nothing but its session', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    await client.begin();
    await client.beginData();
    client.write('Subject: Half a message\r\n\r\n.\r');
    client.socket.resetAndDestroy();
    expect(await office.activity()).toMatchObject({ outcome: 'failed', summary: 'connection lost in DATA' });
    expect(await office.held()).toBe(0);
  });

  test('that stands still in DATA, in a line or before its greeting does not hold up the others', async () => {
    const office = await SmtpOffice.open();
    const inData = await office.connect();
    await inData.begin();
    await inData.beginData();
    inData.write('Subject: ');
    const inLine = await office.connect();
    inLine.write('EHL');
    await office.connect();
    expect(await sendOne(office)).toBe('250 Message received');
  });

  test('that sends a message byte by byte is understood', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    client.socket.setNoDelay(true);
    await client.begin();
    await client.beginData();
    for (const byte of 'Subject: Drip\r\n\r\n..\r\n..x\r\n.\r\n') {
      client.socket.write(byte);
      await new Promise(setImmediate);
    }
    expect(await client.reply()).toBe('250 Message received');
    expect((await office.message()).raw.toString()).toBe('Subject: Drip\r\n\r\n.\r\n.x\r\n');
  });

  test('that never sends a line end is told 421 and cut off', async () => {
    const office = await SmtpOffice.open({ limits: { commandLineBytes: 1024 } });
    const client = await office.connect();
    await client.begin();
    client.write('x'.repeat(100_000));
    expect(await client.reply()).toBe('421 Error: Command line too long');
    await client.closed;
  });

  test('with ten thousand recipients gets five hundred', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    await client.begin();
    await client.say('MAIL FROM:<a@shop.test>');
    let accepted = 0;
    const commands = Array.from({ length: 10_000 }, (_, at) => `RCPT TO:<r${at}@client.test>\r\n`);
    client.write(commands.join(''));
    for (let at = 0; at < commands.length; at += 1) {
      const reply = await client.reply();
      accepted += reply?.startsWith('250 ') ? 1 : 0;
    }
    expect(accepted).toBe(500);
    await client.say('DATA');
    client.write(`${message}.\r\n`);
    expect(await client.reply()).toBe('250 Message received');
    expect((await office.message()).envelope.rcptTo).toHaveLength(500);
  });

  test('whose addresses hold control characters is refused', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    await client.begin();
    expect(await client.say('MAIL FROM:<a\u0000b@shop.test>')).toMatch(/^501 /);
    expect(await client.say('MAIL FROM:<a\rb@shop.test>')).toMatch(/^501 /);
    expect(await client.say('MAIL FROM:<a@shop.test>')).toMatch(/^250 /);
    expect(await client.say('RCPT TO:<b\u0007@client.test>')).toMatch(/^501 /);
  });

  test('that speaks nonsense is told so ten times, then cut off', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    await client.begin();
    client.write('\u0000\u0001junk\r\n'.repeat(50));
    const codes = [];
    for (let at = 0; at < 10; at += 1) {
      codes.push((await client.reply())?.slice(0, 3));
    }
    expect(codes).toEqual([...Array.from({ length: 9 }, () => '500'), '421']);
    await client.closed;
    expect(await sendOne(office)).toBe('250 Message received');
  });

  test('that is silent too long is told 421', async () => {
    const office = await SmtpOffice.open({ limits: { idleMs: 30 } });
    const client = await office.connect();
    await client.reply();
    expect(await client.reply()).toBe('421 Timeout - closing connection');
    await client.closed;
  });

  test('one connection too many is told 421, and the next is welcome when one has gone', async () => {
    const office = await SmtpOffice.open({ limits: { connections: 2 } });
    const first = await office.connect();
    await first.reply();
    await (await office.connect()).reply();
    const third = await office.connect();
    expect(await third.reply()).toMatch(/^421 .*Too many connections/);
    await third.closed;
    await first.say('QUIT');
    await office.activity(1);
    const fourth = await office.connect();
    expect(await fourth.reply()).toMatch(/^220 /);
  });

  test('that goes on and on after the limit is cut off, and nothing is kept', async () => {
    const office = await SmtpOffice.open({ agent: { maxMessageBytes: 10_000 } });
    const client = await office.connect();
    await client.begin();
    await client.beginData();
    client.write('x'.repeat(30_000));
    expect(await client.reply()).toBe('552 5.2.0 Email size exceeded the policy.');
    expect(await client.reply()).toMatch(/^421 /);
    await client.closed;
    expect(await office.held()).toBe(0);
    expect(await office.activity()).toMatchObject({ outcome: 'refused', verdicts: [{ status: 552 }] });
  });

  test('cannot smuggle a second message behind a bare line feed', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    await client.begin();
    await client.beginData();
    const smuggling = `Subject: One\r\n\r\nHi\n.\nMAIL FROM:<evil@x.test>\n.\r\nRCPT TO:<c@x.test>\r\n`;
    client.write(`${smuggling}.\r\n`);
    expect(await client.reply()).toBe('250 Message received');
    expect(await office.held()).toBe(1);
    expect((await office.message()).raw.toString()).toBe(smuggling);
  });

  test('that pipelines plain text behind STARTTLS does not get it into the TLS session', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    await client.begin();
    client.write('STARTTLS\r\nMAIL FROM:<evil@x.test>\r\n');
    expect(await client.reply()).toBe('220 Ready to start TLS');
    client.socket.removeAllListeners('data');
    const secure = new SmtpClient(
      connect({ socket: client.socket, servername: 'localhost', ...office.trust }),
    );
    expect(await secure.say('EHLO client.test')).toMatch(/^250-smtp/);
    expect(await secure.say('RCPT TO:<b@client.test>')).toBe('503 Error: need MAIL command');
  });
});

describe('a store that cannot keep the message', () => {
  test('is answered with 451, and nothing is held', async () => {
    const office = await SmtpOffice.open({
      intake: (road) => ({
        accept: () => Promise.reject(new Error('disk full')),
        record: (activity) => road.intake.record(activity),
      }),
    });
    const client = await office.connect();
    await client.begin();
    await client.beginData();
    client.write(`${message}.\r\n`);
    expect(await client.reply()).toBe('451 Requested action aborted: local error in processing');
    await client.say('QUIT');
    expect(await office.activity()).toMatchObject({ outcome: 'failed' });
  });
});

describe('the closing of the door', () => {
  test('lets a message that is coming in finish, answers it, and then says 421', async () => {
    const office = await SmtpOffice.open();
    const idle = await office.connect();
    await idle.begin();
    const client = await office.connect();
    await client.begin();
    await client.beginData();
    client.write('Subject: Last');
    const closed = office.door.close(60_000);
    expect(await idle.reply()).toMatch(/^421 /);
    client.write(' one\r\n\r\nHi\r\n.\r\n');
    expect(await client.reply()).toBe('250 Message received');
    expect(await client.reply()).toMatch(/^421 /);
    await closed;
    expect(await office.held()).toBe(1);
    await expect(office.connect()).rejects.toThrow('ECONNREFUSED');
  });

  test('cuts what has not finished when its grace is over', async () => {
    const office = await SmtpOffice.open();
    const client = await office.connect();
    await client.begin();
    await client.beginData();
    client.write('Subject: Never');
    await office.door.close(20);
    expect(await client.reply()).toMatch(/^421 /);
    await client.closed;
    expect(await office.held()).toBe(0);
    expect(await office.activity()).toMatchObject({ outcome: 'failed' });
  });
});
