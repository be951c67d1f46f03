import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { createAgentSchema, sandboxLimits } from '#shared/agent.ts';
import type { Outcome } from '#shared/outcome.ts';
import { createWebhookSchema } from '#shared/webhook.ts';
import { nextEvent, postOfficeForTest } from '../../support/post-office.ts';
import type { PostOffice } from '../../../electron/post-office/post-office.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function agentOf(office: PostOffice): { id: string; port: number } {
  const [agent] = office.agents.list();
  return { id: agent?.id ?? '', port: agent?.channels.smtp.port ?? 0 };
}

async function send(office: PostOffice, to: string | string[], port = agentOf(office).port): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  await transport.sendMail({
    from: 'shop@example.com',
    to,
    subject: 'Hello',
    html: '<a href="https://example.com/first">1</a> <a href="https://example.com/second">2</a>',
  });
  transport.close();
}

test('a magic address plays its outcome, and the other recipients have none', async () => {
  const office = await postOfficeForTest();
  const recorded = nextEvent(office, 'outcome.recorded');
  await send(office, ['jane@example.com', 'mailboxfull+1@example.com']);
  const { outcome } = await recorded;
  expect(outcome).toMatchObject({
    recipient: 'mailboxfull+1@example.com',
    kind: 'softbounce',
    category: 'Mailbox full',
    origin: 'magic address',
  });
  expect(office.ledger.outcomes.of(outcome.messageId)).toEqual([outcome]);
});

test('a click is on the first link', async () => {
  const office = await postOfficeForTest();
  const recorded = nextEvent(office, 'outcome.recorded');
  await send(office, 'click@example.com');
  expect((await recorded).outcome).toMatchObject({ kind: 'click', link: 'https://example.com/first' });
});

test('the first rule that fits decides', async () => {
  const office = await postOfficeForTest();
  const { id } = agentOf(office);
  office.outcomeScript.putRules(id, [
    { recipient: 'vip@*', kind: 'open', category: null, delaySeconds: 0 },
    { recipient: '*', kind: 'hardbounce', category: 'Spam detected', delaySeconds: 0 },
  ]);
  const first = nextEvent(office, 'outcome.recorded');
  await send(office, 'vip@example.com');
  expect((await first).outcome).toMatchObject({ kind: 'open', origin: 'rule' });
  const second = nextEvent(office, 'outcome.recorded');
  await send(office, 'jane@example.com');
  expect((await second).outcome).toMatchObject({ kind: 'hardbounce', category: 'Spam detected' });
  expect(office.ledger.suppressions.list().total).toBe(0);
});

test('what became due while Restante did not run is played at the next start', async () => {
  const folder = await temporaryFolder();
  const clock = new ManualClock();
  const office = await postOfficeForTest({ folder, clock });
  office.outcomeScript.putRules(agentOf(office).id, [
    { recipient: '*@slow.test', kind: 'hardbounce', category: null, delaySeconds: 3600 },
  ]);
  await send(office, 'jane@slow.test');
  await office.close();

  clock.advance(3_600_000);
  const announcer = office.announcer;
  const recorded = nextEvent(office, 'outcome.recorded');
  await postOfficeForTest({ folder, clock, announcer });
  expect((await recorded).outcome).toMatchObject({ recipient: 'jane@slow.test', origin: 'rule' });
});

test('a delivery waits for its rule, and no mail that is to bounce is announced as delivered', async () => {
  const folder = await temporaryFolder();
  const clock = new ManualClock();
  const office = await postOfficeForTest({ folder, clock });
  const { id } = agentOf(office);
  office.webhooks.create(
    id,
    createWebhookSchema.parse({ url: 'http://127.0.0.1:9/', events: ['email_delivery'] }),
  );
  office.outcomeScript.putRules(id, [
    { recipient: 'slow@*', kind: 'delivered', category: null, delaySeconds: 60 },
    { recipient: 'gone@*', kind: 'hardbounce', category: null, delaySeconds: 120 },
  ]);
  const { announcer } = office;
  const recorded: Outcome[] = [];
  announcer.listen((event) => event.type === 'outcome.recorded' && recorded.push(event.outcome));
  const planned = nextEvent(office, 'outcome.planned', () => office.ledger.plans.nextDue() !== undefined);
  await send(office, ['slow@example.com', 'gone@example.com', 'jane@example.com']);
  const { messageId } = await planned;
  await office.close();
  expect(recorded).toMatchObject([{ recipient: 'jane@example.com', kind: 'delivered', origin: 'default' }]);

  clock.advance(120_000);
  const bounced = nextEvent(office, 'outcome.recorded', ({ outcome }) => outcome.kind === 'hardbounce');
  const again = await postOfficeForTest({ folder, clock, announcer });
  await bounced;
  expect(recorded.slice(1)).toMatchObject([
    { recipient: 'slow@example.com', kind: 'delivered', origin: 'rule' },
    { recipient: 'gone@example.com', kind: 'hardbounce', origin: 'rule' },
  ]);
  await again.close();
  const reopened = await postOfficeForTest({ folder, clock });
  expect(reopened.ledger.plans.of(messageId)).toEqual([]);
});

test('what is to become of a mail is known before its door has answered, for those who wait until it is', async () => {
  const office = await postOfficeForTest();
  const { id } = agentOf(office);
  office.outcomeScript.putRules(id, [
    { recipient: 'slow@*', kind: 'hardbounce', category: null, delaySeconds: 3600 },
  ]);
  const known: number[] = [];
  office.announcer.listen((event) => {
    if (event.type === 'message.held') {
      known.push(office.ledger.plans.of(event.message.id).length);
      void office.outcomeScript
        .caughtUp()
        .then(() => known.push(office.ledger.plans.of(event.message.id).length));
    }
  });
  await send(office, 'slow@example.com');
  await office.outcomeScript.caughtUp();
  expect(known).toEqual([0, 1]);
});

test('an outcome that cannot be played stays planned, and the others that are due are played', async () => {
  const folder = await temporaryFolder();
  const clock = new ManualClock();
  const office = await postOfficeForTest({ folder, clock });
  office.outcomeScript.putRules(agentOf(office).id, [
    { recipient: '*', kind: 'softbounce', category: null, delaySeconds: 60 },
  ]);
  await send(office, ['stuck@example.com', 'jane@example.com']);
  await office.close();

  clock.advance(60_000);
  const database = new DatabaseSync(join(folder, 'ledger.db'));
  database.exec(`CREATE TRIGGER stuck BEFORE INSERT ON outcome WHEN NEW.outcome ->> 'recipient' LIKE 'stuck@%'
    BEGIN SELECT RAISE(FAIL, 'The disk is full'); END`);
  const warned = once(process, 'warning');
  const recorded = nextEvent(office, 'outcome.recorded');
  const again = await postOfficeForTest({ folder, clock, announcer: office.announcer });
  const { outcome } = await recorded;
  expect(outcome.recipient).toBe('jane@example.com');
  expect(await warned).toMatchObject([{ message: 'The disk is full' }]);
  await again.outcomeScript.caughtUp();
  expect(again.ledger.plans.of(outcome.messageId)).toMatchObject([{ recipient: 'stuck@example.com' }]);

  // Whatever is planned next has those that are due looked at again.
  database.exec('DROP TRIGGER stuck');
  database.close();
  const played = nextEvent(again, 'outcome.recorded');
  await send(again, 'max@example.com');
  expect((await played).outcome.recipient).toBe('stuck@example.com');
});

test('a delivery is announced where a webhook wants to hear of it', async () => {
  const office = await postOfficeForTest();
  const { id } = agentOf(office);
  office.webhooks.create(
    id,
    createWebhookSchema.parse({ url: 'http://127.0.0.1:9/', events: ['email_delivery'] }),
  );
  const recorded = nextEvent(office, 'outcome.recorded');
  await send(office, 'jane@example.com');
  expect((await recorded).outcome).toMatchObject({ kind: 'delivered', origin: 'default' });
});

test('nothing comes of a mail that a sandbox agent took beyond its day', async () => {
  const office = await postOfficeForTest();
  const { id, channels } = await office.agents.create(
    createAgentSchema.parse({ name: 'Sandbox', sandbox: true }),
  );
  await office.agents.start(id);
  office.webhooks.create(
    id,
    createWebhookSchema.parse({ url: 'http://127.0.0.1:9/', events: ['email_delivery'] }),
  );
  office.ledger.sandboxDays.add(id, 'mail', sandboxLimits.mailsPerDay, new Date());
  const recorded = nextEvent(office, 'outcome.recorded');
  await send(office, 'open@example.com', channels.smtp.port);
  // One after the other: when something comes of the second mail, the first was passed over.
  await send(office, 'click@example.com');
  const { outcome } = await recorded;
  expect(outcome).toMatchObject({ agentId: agentOf(office).id, kind: 'click' });
});

test('outcomes go with their message', async () => {
  const office = await postOfficeForTest();
  const recorded = nextEvent(office, 'outcome.recorded');
  await send(office, 'open@example.com');
  const { messageId } = (await recorded).outcome;
  await office.archive.delete({ ids: [messageId] });
  await expect.poll(() => office.ledger.outcomes.of(messageId)).toEqual([]);
});

test('outcomes come back with a message whose deletion is taken back', async () => {
  const office = await postOfficeForTest();
  const recorded = nextEvent(office, 'outcome.recorded');
  await send(office, 'open@example.com');
  const { outcome } = await recorded;
  const { undo } = await office.archive.deleteUndoably({ ids: [outcome.messageId] });
  await office.archive.takeBack(undo ?? '');
  expect(office.ledger.outcomes.of(outcome.messageId)).toContainEqual(outcome);
});

test('what becomes due while its message is deleted is played once the deletion is taken back', async () => {
  const clock = new ManualClock();
  const office = await postOfficeForTest({ clock });
  office.outcomeScript.putRules(agentOf(office).id, [
    { recipient: '*', kind: 'softbounce', category: null, delaySeconds: 60 },
  ]);
  // Whatever is planned next has those that are due looked at again.
  const planned = async (recipient: string): Promise<string> => {
    const event = nextEvent(office, 'outcome.planned');
    await send(office, recipient);
    return (await event).messageId;
  };
  const messageId = await planned('jane@example.com');
  await planned('max@example.com');
  const { undo } = await office.archive.deleteUndoably({ ids: [messageId] });
  clock.advance(60_000);
  const next = nextEvent(office, 'outcome.recorded');
  await planned('kim@example.com');
  expect((await next).outcome.recipient, 'due after the first').toBe('max@example.com');
  expect(office.ledger.plans.of(messageId)).toHaveLength(1);

  await office.archive.takeBack(undo ?? '');
  clock.advance(60_000);
  const recorded = nextEvent(office, 'outcome.recorded');
  await planned('leo@example.com');
  expect((await recorded).outcome).toMatchObject({ messageId, recipient: 'jane@example.com' });
});

test('outcomes go with a message that was deleted before a restart, when its deletion cannot be taken back any more', async () => {
  const folder = await temporaryFolder();
  const office = await postOfficeForTest({ folder });
  const recorded = nextEvent(office, 'outcome.recorded');
  await send(office, 'open@example.com');
  const { messageId } = (await recorded).outcome;
  await office.archive.deleteUndoably({ ids: [messageId] });
  await office.close();
  const again = await postOfficeForTest({ folder });
  await expect.poll(() => again.ledger.outcomes.of(messageId)).toEqual([]);
});
