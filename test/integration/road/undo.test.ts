import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { databaseFile } from '../../../electron/store/database.ts';
import { agentA, agentB, mail, parcel } from '../../support/parcel.ts';
import { testRoad } from '../../support/road.ts';
import type { TestRoad } from '../../support/road.ts';

async function deleted({ road }: TestRoad, selection: Parameters<typeof road.archive.delete>[0]) {
  const { undo } = await road.archive.deleteUndoably(selection);
  return undo ?? 'nothing was deleted';
}

function rowsIn(folder: string, table: string): number {
  const database = new DatabaseSync(databaseFile(folder), { readOnly: true });
  const count = Number(database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count']);
  database.close();
  return count;
}

test('a deletion is taken back: place in the list, bytes, read mark, counts and search', async () => {
  const opened = await testRoad();
  const { road, held, events, seen } = opened;
  const ids = [await held(mail('First')), await held(mail('Second', 'Needle')), await held(mail('Third'))];
  const [first = '', second = '', third = ''] = ids;
  await road.archive.change({ ids: [second] }, { read: true });
  const before = await road.archive.list({}, { limit: 5 });
  const raw = await road.archive.raw(second);

  const undo = await deleted(opened, { ids: [first, second] });
  expect(road.archive.counts(agentA)).toEqual({ total: 1, unread: 1 });
  expect((await road.archive.list({}, { limit: 5 })).messages.map(({ id }) => id)).toEqual([third]);
  expect((await road.archive.list({ q: 'needle' }, { limit: 5 })).total).toBe(0);

  events.length = 0;
  expect(await road.archive.takeBack(undo)).toBe(2);
  await seen('messages.changed', ({ agentId }) => agentId === agentA);
  await seen('message.indexed', ({ message }) => message.id === first);
  await seen('message.indexed', ({ message }) => message.id === second);
  expect(await road.archive.list({}, { limit: 5 })).toEqual(before);
  expect(await road.archive.raw(second)).toEqual(raw);
  expect(road.archive.counts(agentA)).toEqual({ total: 3, unread: 2 });
  expect((await road.archive.list({ q: 'needle' }, { limit: 5 })).messages.map(({ id }) => id)).toEqual([
    second,
  ]);
  expect(await road.archive.takeBack(undo)).toBe(0);
});

test('each deletion is taken back for itself, over all agents, however many went', async () => {
  const opened = await testRoad();
  const { road, held, seen } = opened;
  const named = await held(mail('Named'));
  const undoNamed = await deleted(opened, { ids: [named] });
  await Promise.all(
    Array.from({ length: 1200 }, (_, n) =>
      road.intake.accept(parcel(mail(`Mail ${n}`), { agentId: n % 2 === 0 ? agentA : agentB })),
    ),
  );
  const undoAll = await deleted(opened, {});
  expect(await road.archive.takeBack(undoAll)).toBe(1200);
  await seen('messages.changed', ({ agentId }) => agentId === null);
  expect(road.archive.counts(agentB)).toEqual({ total: 600, unread: 600 });
  expect(await road.archive.summary(named)).toBeUndefined();
  expect(await road.archive.takeBack(undoNamed)).toBe(1);
  expect(road.archive.counts(agentA).total).toBe(601);
});

test('a deletion is final when nobody asked otherwise, after an hour, and when its agent goes', async () => {
  let now = Date.parse('2026-11-26T10:00:00Z');
  const opened = await testRoad({ now: () => now, ageCheckMs: 5 });
  const { road, held, seen, folder } = opened;
  const final = await held(mail('Final'));
  await road.archive.delete({ ids: [final] });
  await seen('message.deleted', (event) => event.ids?.[0] === final && event.final);

  const old = await held(mail('Old'));
  const undoOld = await deleted(opened, { ids: [old] });
  await seen('message.deleted', (event) => event.ids?.[0] === old && !event.final);
  now += 61 * 60 * 1000;
  await seen('message.deleted', (event) => event.ids?.[0] === old && event.final);
  expect(await road.archive.takeBack(undoOld)).toBe(0);

  const orphan = await held(mail('Orphan'), { agentId: agentB });
  const undoOrphan = await deleted(opened, { ids: [orphan] });
  await road.archive.deleteAgent(agentB);
  expect(await road.archive.takeBack(undoOrphan)).toBe(0);
  expect(rowsIn(folder, 'bin')).toBe(0);
});

test('closing ends the time in which a deletion can be taken back, and its space is freed', async () => {
  const opened = await testRoad();
  const undo = await deleted(opened, { ids: [await opened.held(mail('Gone'))] });
  await opened.road.close();
  expect(rowsIn(opened.folder, 'parcel')).toBe(1);
  const { road } = await testRoad({ folder: opened.folder });
  await expect.poll(() => rowsIn(opened.folder, 'parcel')).toBe(0);
  expect(await road.archive.takeBack(undo)).toBe(0);
});
