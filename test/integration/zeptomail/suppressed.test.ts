import { expect, test } from 'vitest';
import { ApiOffice } from '../../support/api-office.ts';
import { SmtpOffice } from '../../support/smtp-office.ts';

const now = new Date();

function mailTo(...to: string[]): object {
  return {
    from: { address: 'shop@example.com' },
    to: to.map((address) => ({ email_address: { address } })),
    subject: 'Hello',
    textbody: 'Hello',
  };
}

async function held(
  office: ApiOffice | SmtpOffice,
): Promise<NonNullable<Awaited<ReturnType<typeof office.road.archive.detail>>>> {
  const { messages } = await office.road.archive.list({}, { limit: 1 });
  const detail = await office.road.archive.detail(messages[0]?.id ?? '');
  if (detail === undefined) {
    throw new Error('nothing is held');
  }
  return detail;
}

test('the API leaves a suppressed recipient out and says so on the message', async () => {
  const office = await ApiOffice.open();
  office.ledger.suppressions.addBounced('gone@example.com', 'User not found', office.agent.id, now);
  expect((await office.send(mailTo('gone@example.com', 'jane@example.com'))).status).toBe(201);
  expect(await held(office)).toMatchObject({
    envelope: { rcptTo: ['jane@example.com'] },
    sending: { skipped: [{ address: 'gone@example.com', reason: 'Suppressed: User not found' }] },
    verdicts: [],
  });
});

test('a mail whose recipients are all suppressed is held for nobody', async () => {
  const office = await ApiOffice.open();
  office.ledger.suppressions.add([{ kind: 'domain', value: 'example.com' }], now);
  expect((await office.send(mailTo('jane@mail.example.com'))).status).toBe(201);
  expect((await held(office)).envelope.rcptTo).toEqual([]);
});

test('a rejecting entry: a strict agent refuses the whole mail, a relaxed one holds it with a verdict', async () => {
  const office = await ApiOffice.open({ domains: ['example.com'] });
  office.ledger.suppressions.add([{ kind: 'email', value: 'no@example.com', action: 'reject' }], now);
  const mail = mailTo('jane@example.com', 'no@example.com');
  expect((await office.send(mail)).status).toBe(201);
  expect((await held(office)).verdicts).toMatchObject([
    { code: 'TM_4001', target: 'to', targetValue: 'no@example.com' },
  ]);
  office.agent = { ...office.agent, mode: 'strict' };
  expect((await office.send(mail)).status).toBe(401);
});

test('SMTP leaves a suppressed recipient out, and holds with a verdict for a rejecting one', async () => {
  const office = await SmtpOffice.open();
  office.ledger.suppressions.add(
    [
      { kind: 'email', value: 'gone@example.com' },
      { kind: 'email', value: 'no@example.com', action: 'reject' },
    ],
    now,
  );
  const client = await office.connect();
  await client.begin();
  await client.beginData('shop@example.com', ['gone@example.com', 'no@example.com']);
  const reply = await client.say('From: shop@example.com\r\nSubject: Hello\r\n\r\nHello\r\n.');
  expect(reply).toBe('250 Message received');
  const message = await held(office);
  expect(message.envelope.rcptTo).toEqual(['no@example.com']);
  expect(message.sending?.skipped).toMatchObject([{ address: 'gone@example.com' }]);
  expect(message.verdicts.map(({ code }) => code)).toContain(
    '550 5.7.1 Recipient is in the suppression list.',
  );
});
