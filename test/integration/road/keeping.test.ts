import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { databaseFile } from '../../../electron/store/database.ts';
import { agentA, agentB, mail, parcel } from '../../support/parcel.ts';
import { testRoad } from '../../support/road.ts';
import type { TestRoad } from '../../support/road.ts';

function countOf(folder: string, table: string): number {
  const database = new DatabaseSync(databaseFile(folder), { readOnly: true });
  const count = Number(database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count']);
  database.close();
  return count;
}

/** The store works on in small steps when it is idle; each command goes between two of them. */
async function untilIdle({ road }: TestRoad, isDone: () => boolean): Promise<void> {
  while (!isDone()) {
    await road.archive.change({ ids: [] }, { read: true });
  }
}

test('deleted messages are gone at once from lists, searches, counts and by their id', async () => {
  const { road, held, seen } = await testRoad();
  const kept = await held(mail('Keep this'));
  const gone = await held(mail('Drop this'));
  expect(await road.archive.delete({ ids: [gone, gone] })).toBe(1);
  expect(await seen('message.deleted')).toEqual({
    type: 'message.deleted',
    agentId: agentA,
    ids: [gone],
    final: true,
  });
  expect(road.archive.counts(agentA)).toEqual({ total: 1, unread: 1 });
  expect((await road.archive.list({}, { limit: 5 })).messages.map(({ id }) => id)).toEqual([kept]);
  expect((await road.archive.list({ q: 'this' }, { limit: 5 })).total).toBe(1);
  expect(await road.archive.raw(gone)).toBeUndefined();
  expect(await road.archive.detail(gone)).toBeUndefined();
});

test('a search can be deleted, in one agent only', async () => {
  const { road, held } = await testRoad();
  await held(mail('Invoice 1'));
  await held(mail('Invoice 2'), { agentId: agentB });
  await held(mail('Other'));
  expect(await road.archive.delete({ agentId: agentA, q: 'invoice' })).toBe(1);
  expect(road.archive.counts(agentA).total).toBe(1);
  expect(road.archive.counts(agentB).total).toBe(1);
});

test('deleting everything makes the file small again', async () => {
  const opened = await testRoad();
  const { road, folder } = opened;
  const raw = Buffer.from(mail('Big', 'x'.repeat(20_000)));
  await Promise.all(Array.from({ length: 1000 }, () => road.intake.accept(parcel(raw))));
  await opened.seen(
    'message.indexed',
    () => opened.events.filter(({ type }) => type === 'message.indexed').length >= 999,
  );
  expect(await road.archive.delete({ agentId: agentA })).toBe(1000);
  await untilIdle(
    opened,
    () => countOf(folder, 'trash') === 0 && statSync(databaseFile(folder)).size < 4_000_000,
  );
  expect(countOf(folder, 'parcel')).toBe(0);
});

test('mail that arrives while everything is deleted stays', async () => {
  const { road } = await testRoad();
  await Promise.all(Array.from({ length: 1200 }, (_, n) => road.intake.accept(parcel(mail(`Old ${n}`)))));
  const deletion = road.archive.delete({ agentId: agentA });
  const late = await Promise.all(
    Array.from({ length: 20 }, (_, n) => road.intake.accept(parcel(mail(`New ${n}`)))),
  );
  const deleted = await deletion;
  const kept = (await road.archive.list({ agentId: agentA }, { limit: 500 })).messages;
  expect(deleted + kept.length).toBe(1220);
  expect(road.archive.counts(agentA).total).toBe(kept.length);
  expect(late.length).toBe(20);
  expect(deleted).toBeGreaterThanOrEqual(1200);
});

test('deleting an agent takes its messages and its activity, and no other’s', async () => {
  const { road, held } = await testRoad();
  await held(mail('A'));
  await held(mail('B'), { agentId: agentB });
  await road.archive.deleteAgent(agentA);
  expect(road.archive.counts(agentA)).toEqual({ total: 0, unread: 0 });
  expect((await road.archive.list({}, { limit: 5 })).messages.map(({ agentId }) => agentId)).toEqual([
    agentB,
  ]);
});

test('the newest so many messages are kept', async () => {
  const opened = await testRoad();
  const { road, seen } = opened;
  road.archive.keep(agentA, { maxCount: 10, maxAgeDays: null });
  await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      road.intake.accept(parcel(mail(`Mail ${n}`), { known: { from: null, subject: `Mail ${n}` } })),
    ),
  );
  await seen('agent.counts', ({ counts }) => counts.total === 10);
  const { messages } = await road.archive.list({ agentId: agentA }, { limit: 50 });
  expect(messages.map(({ subject }) => subject)).toEqual(
    Array.from({ length: 10 }, (_, n) => `Mail ${49 - n}`),
  );
});

test('messages older than the agent keeps go when the clock says so, whatever their order', async () => {
  const day = 24 * 60 * 60 * 1000;
  const now = Date.parse('2026-11-23T00:00:00Z');
  const { road, held, seen } = await testRoad({ now: () => now, ageCheckMs: 5 });
  const ids = [];
  for (const age of [1, 40, 2]) {
    ids.push(await held(mail(`${age} days`), { receivedAt: new Date(now - age * day) }));
  }
  road.archive.keep(agentA, { maxCount: null, maxAgeDays: 30 });
  await seen('message.deleted');
  expect((await road.archive.list({}, { limit: 5 })).messages.map(({ id }) => id)).toEqual([ids[2], ids[0]]);
});

test('starred messages are kept, and do not count', async () => {
  const now = Date.parse('2026-11-23T00:00:00Z');
  const { road, held, seen } = await testRoad({ now: () => now, ageCheckMs: 5 });
  const old = { receivedAt: new Date(now - 40 * 24 * 60 * 60 * 1000) };
  const starred = [await held(mail('Star 1'), old), await held(mail('Star 2'), old)];
  await road.archive.change({ ids: starred }, { starred: true });
  await held(mail('Aged'), old);
  road.archive.keep(agentA, { maxCount: 1, maxAgeDays: 30 });
  await held(mail('Newer'));
  await held(mail('Newest'));
  await seen('agent.counts', ({ counts }) => counts.total === 3);
  const kept = async (): Promise<string[]> =>
    (await road.archive.list({}, { limit: 9 })).messages.map(({ subject }) => subject);
  expect(await kept()).toEqual(['Newest', 'Star 2', 'Star 1']);
  await road.archive.change({ ids: starred.slice(0, 1) }, { starred: false });
  await seen('message.deleted', ({ ids }) => ids?.includes(starred[0] ?? '') === true);
  expect(await kept()).toEqual(['Newest', 'Star 2']);
});

test('a full disk refuses mail, keeps nothing of it, and takes mail again when there is space', async () => {
  const opened = await testRoad({ maxPages: 600 });
  const { road } = opened;
  const big = Buffer.from(mail('Big', 'x'.repeat(300_000)));
  const accepted: string[] = [];
  const fill = async (): Promise<never> => {
    while (true) {
      accepted.push((await road.intake.accept(parcel(big))).id);
    }
  };
  const refusal: unknown = await fill().catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'store.failed', message: expect.stringContaining('disk is full') });
  expect(road.archive.counts(agentA).total).toBe(accepted.length);
  expect((await road.archive.list({}, { limit: 50 })).messages.map(({ id }) => id)).toEqual(
    accepted.toReversed(),
  );
  await road.archive.delete({ agentId: agentA });
  await untilIdle(opened, () => countOf(opened.folder, 'trash') === 0);
  await expect(road.intake.accept(parcel(big))).resolves.toMatchObject({ size: big.length });
});

test('of a group that finds the disk full, the messages that fit are kept', async () => {
  const { road } = await testRoad({ maxPages: 600 });
  const big = Buffer.from(mail('Big', 'x'.repeat(5_000_000)));
  const results = await Promise.allSettled([
    road.intake.accept(parcel(mail('one'))),
    road.intake.accept(parcel(big)),
    road.intake.accept(parcel(mail('two'))),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(road.archive.counts(agentA).total).toBe(2);
});
