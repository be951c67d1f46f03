import { expect, test } from 'vitest';
import { sandboxLimits } from '#shared/agent.ts';
import { Ledger } from '../../../electron/ledger/ledger.ts';
import { agentA } from '../../support/parcel.ts';
import { ApiOffice } from '../../support/api-office.ts';
import { SmtpOffice } from '../../support/smtp-office.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { TestWebhooks } from '../../support/webhooks.ts';
import { WebhookReceiver } from '../../support/webhook-receiver.ts';

const { mailsPerDay, webhookCallsPerDay } = sandboxLimits;

function mail(...to: string[]): object {
  return {
    from: { address: 'a@shop.test' },
    to: to.map((address) => ({ email_address: { address } })),
    subject: 'Hi',
    textbody: 'Hi',
  };
}

test('a strict sandbox agent takes 10,000 mails a day, each of a batch counted, and no more', async () => {
  const office = await ApiOffice.open({ mode: 'strict', domains: ['shop.test'], sandbox: true });
  office.ledger.sandboxDays.add(office.agent.id, 'mail', mailsPerDay - 2, new Date());
  const batch = { path: 'v1.1/email/batch' };
  expect((await office.send(mail('a@b.test', 'c@d.test', 'e@f.test'), batch)).status).toBe(403);
  expect((await office.send(mail('a@b.test', 'c@d.test'), batch)).status).toBe(201);
  const refused = await office.send(mail('a@b.test'));
  expect(refused.status).toBe(403);
  expect(await refused.json()).toEqual({
    error: {
      code: 'TM_3601',
      details: [{ code: 'SM_151', message: 'Daily sending limit of the agent exceeded' }],
      message: 'Forbidden',
      request_id: expect.any(String),
    },
  });
  expect((await office.road.archive.list({}, { limit: 10 })).total).toBe(2);
});

test('a relaxed one holds the mail with that verdict, and a live agent counts nothing', async () => {
  const office = await ApiOffice.open({ sandbox: true });
  office.ledger.sandboxDays.add(office.agent.id, 'mail', mailsPerDay, new Date());
  await office.send(mail('a@b.test'));
  const message = await office.message();
  expect(message.verdicts).toMatchObject([{ code: 'TM_3601', subCode: 'SM_151' }]);
  office.agent = { ...office.agent, sandbox: false };
  await office.send(mail('a@b.test'));
  expect(office.ledger.sandboxDays.used(office.agent.id, 'mail', new Date())).toBe(mailsPerDay + 1);
});

test('over SMTP the mail is taken all the same, and says that it is not processed', async () => {
  const office = await SmtpOffice.open({ agent: { sandbox: true } });
  office.ledger.sandboxDays.add(office.agent.id, 'mail', mailsPerDay - 1, new Date());
  const client = await office.connect();
  await client.begin();
  for (const subject of ['Last', 'Over']) {
    await client.beginData();
    client.write(`Subject: ${subject}\r\n\r\nHi\r\n.\r\n`);
    expect(await client.reply()).toBe('250 Message received');
  }
  const { messages } = await office.road.archive.list({}, { limit: 10 });
  const codes = await Promise.all(
    messages.map(async ({ id }) => (await office.road.archive.detail(id))?.verdicts.map(({ code }) => code)),
  );
  const over = '250 Message received, then Process failed';
  expect(codes.map((each) => each?.includes(over))).toEqual([true, false]);
});

test('what was used outlasts a restart, and a clock that jumps ahead and back', async () => {
  const folder = await temporaryFolder();
  const today = new Date('2026-11-26T23:59:59.999Z');
  const tomorrow = new Date('2026-11-27T00:00:00.000Z');
  const first = Ledger.open(folder);
  first.sandboxDays.add(agentA, 'mail', 7, today);
  first.sandboxDays.add(agentA, 'mail', 1, new Date('2099-01-01T00:00:00Z'));
  first.close();
  const again = Ledger.open(folder);
  expect(again.sandboxDays.used(agentA, 'mail', today)).toBe(7);
  expect(again.sandboxDays.used(agentA, 'mail', tomorrow)).toBe(0);
  expect(again.sandboxDays.used(agentA, 'webhook call', today)).toBe(0);
  again.sandboxDays.add(agentA, 'mail', 1, today);
  expect(again.sandboxDays.used(agentA, 'mail', today)).toBe(8);
  again.deleteAgent(agentA);
  expect(again.sandboxDays.used(agentA, 'mail', today)).toBe(0);
  again.close();
});

test('a webhook call over the 20,000 of the day is not made, says why, and may be made on the next', async () => {
  const receiver = await WebhookReceiver.open();
  const webhooks = await TestWebhooks.open({ isSandbox: () => true });
  const { id } = webhooks.add({ url: receiver.url });
  const now = webhooks.clock.now();
  webhooks.ledger.sandboxDays.add(agentA, 'webhook call', webhookCallsPerDay - 1, now);
  webhooks.office.test(agentA, id, 'hardbounce');
  await webhooks.ended(1);
  webhooks.office.test(agentA, id, 'hardbounce');
  const [, over] = await webhooks.ended(2);
  expect(over).toMatchObject({
    state: 'failed',
    problem: 'The sandbox agent has made its 20000 webhook calls of the day (UTC).',
  });
  expect(receiver.calls).toHaveLength(1);
});
