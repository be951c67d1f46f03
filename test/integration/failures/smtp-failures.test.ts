import { describe, expect, test } from 'vitest';
import { createFailureSchema, type FailureEffect, type SmtpStage, smtpStages } from '#shared/failure.ts';
import { processingFailure } from '#shared/verdict.ts';
import type { z } from 'zod';
import type { SmtpClient } from '../../support/smtp-client.ts';
import { SmtpOffice } from '../../support/smtp-office.ts';

async function officeWith(
  effect: FailureEffect,
  changes: Partial<z.input<typeof createFailureSchema>> = {},
): Promise<SmtpOffice> {
  const office = await SmtpOffice.open();
  const wish = createFailureSchema.parse({ effect, ...changes });
  office.ledger.failures.create(office.agent.id, wish, new Date());
  return office;
}

/** Walks through a whole session up to a stage; answers with the reply there. */
async function replyAt(office: SmtpOffice, client: SmtpClient, stage: SmtpStage): Promise<string | null> {
  const login = Buffer.from(`\0emailapikey\0${office.token}`).toString('base64');
  const said: Readonly<Record<SmtpStage, string | null>> = {
    connect: null,
    ehlo: 'EHLO client.test',
    auth: `AUTH PLAIN ${login}`,
    mail: 'MAIL FROM:<a@shop.test>',
    rcpt: 'RCPT TO:<b@client.test>',
    data: 'DATA',
    'end-of-data': 'Subject: Hello\r\n\r\nHello\r\n.',
  };
  let reply: string | null = null;
  for (const one of smtpStages.slice(0, smtpStages.indexOf(stage) + 1)) {
    const line = said[one];
    reply = line === null ? await client.reply() : await client.say(line);
  }
  return reply;
}

describe.each(smtpStages)('at %s', (stage) => {
  test.each([451, 452, 535] as const)('%d is said, and nothing is held', async (code) => {
    const office = await officeWith(
      { kind: 'smtp-reply', stage, code },
      { when: { kind: 'next', count: 1 } },
    );
    const client = await office.connect();
    expect(await replyAt(office, client, stage)).toMatch(new RegExp(`^${code} `));
    // The session goes on, the switch is off by now; but not without a greeting.
    expect(await client.say('NOOP')).toMatch(stage === 'connect' ? /^421/ : /^250/);
    client.socket.end();
    const { entry } = await office.event('activity.recorded');
    expect(entry).toMatchObject({ outcome: 'refused', messageIds: [] });
    expect(entry.summary).toContain('on purpose by the failure laboratory');
    const verdict = entry.verdicts.find(({ status }) => status === code);
    expect(verdict?.explanation).toContain('Refused on purpose by the failure laboratory');
  });

  test('421 is said, and the connection ends', async () => {
    const office = await officeWith({ kind: 'smtp-reply', stage, code: 421 });
    const client = await office.connect();
    expect(await replyAt(office, client, stage)).toMatch(/^421 /);
    await client.closed;
    expect((await office.event('activity.recorded')).entry).toMatchObject({
      outcome: 'refused',
      messageIds: [],
    });
  });

  test('a wait changes nothing but the time', async () => {
    const office = await officeWith({
      kind: 'smtp-latency',
      stage,
      milliseconds: 1,
      jitterMilliseconds: 1,
    });
    const client = await office.connect();
    expect(await replyAt(office, client, 'end-of-data')).toBe('250 Message received');
    client.socket.end();
    const { entry } = await office.event('activity.recorded');
    expect(entry.outcome).toBe('held');
    expect(office.ledger.failures.list(office.agent.id)[0]?.fired).toBe(1);
  });
});

test('only the matching recipient is refused, and the others get the mail', async () => {
  const office = await officeWith(
    { kind: 'smtp-reply', stage: 'rcpt', code: 451 },
    { recipients: '*@slow.test' },
  );
  const client = await office.connect();
  await client.begin();
  await client.say('MAIL FROM:<a@shop.test>');
  expect(await client.say('RCPT TO:<b@slow.test>')).toMatch(/^451/);
  expect(await client.say('RCPT TO:<b@fast.test>')).toMatch(/^250/);
  await client.say('DATA');
  expect(await client.say('Subject: Hello\r\n\r\nHello\r\n.')).toMatch(/^250/);
  expect((await office.message()).envelope.rcptTo).toEqual(['b@fast.test']);
});

test('a connection that is dropped in DATA leaves nothing behind', async () => {
  const office = await officeWith({ kind: 'smtp-drop', afterBytes: 1000 });
  const client = await office.connect();
  await client.begin();
  await client.beginData();
  client.write(`Subject: Hello\r\n\r\n${'x'.repeat(2000)}\r\n`);
  await client.closed;
  expect(await client.reply()).toBeNull();
  const { entry } = await office.event('activity.recorded');
  expect(entry).toMatchObject({ outcome: 'failed', messageIds: [] });
  expect(entry.summary).toContain('dropped in DATA on purpose');
  expect(office.road.archive.counts(office.agent.id).total).toBe(0);
});

test('a mail that is shorter is dropped at its end', async () => {
  const office = await officeWith({ kind: 'smtp-drop', afterBytes: 1_000_000 });
  const client = await office.connect();
  await client.begin();
  await client.beginData();
  expect(await client.say('Subject: Hello\r\n\r\nHello\r\n.')).toBeNull();
  expect(office.road.archive.counts(office.agent.id).total).toBe(0);
});

test('a mail that is read slowly comes in whole', async () => {
  const office = await officeWith({ kind: 'smtp-slow-reading', bytesPerSecond: 1_000_000 });
  const client = await office.connect();
  await client.begin();
  await client.beginData();
  const body = `${'0123456789'.repeat(7)}\r\n`.repeat(1000);
  expect(await client.say(`Subject: Hello\r\n\r\n${body}.`)).toBe('250 Message received');
  expect((await office.message()).raw.toString()).toBe(`Subject: Hello\r\n\r\n${body}`);
});

test('a mail is taken and not processed, and the next one is', async () => {
  const office = await officeWith({ kind: 'smtp-process-failed' }, { when: { kind: 'next', count: 1 } });
  const client = await office.connect();
  await client.begin();
  for (const subject of ['First', 'Second']) {
    await client.beginData();
    expect(await client.say(`Subject: ${subject}\r\n\r\nHello\r\n.`)).toBe('250 Message received');
  }
  const messages = [await office.message(0), await office.message(1)];
  const failures = messages.map(({ subject, verdicts }) => [
    subject,
    processingFailure(verdicts)?.explanation.startsWith('On purpose by the failure laboratory') ?? false,
  ]);
  expect(Object.fromEntries(failures)).toEqual({ First: true, Second: false });
});

test('a session that waits keeps no other waiting', async () => {
  const office = await officeWith(
    { kind: 'smtp-latency', stage: 'rcpt', milliseconds: 600_000, jitterMilliseconds: 0 },
    { recipients: '*@slow.test' },
  );
  const slow = await office.connect();
  await slow.begin();
  await slow.say('MAIL FROM:<a@shop.test>');
  slow.write('RCPT TO:<b@slow.test>\r\n');
  const fast = await office.connect();
  expect(await replyAt(office, fast, 'end-of-data')).toBe('250 Message received');
  slow.socket.destroy();
  fast.socket.end();
  await office.event('activity.recorded', 1);
});
