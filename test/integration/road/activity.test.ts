import { expect, test } from 'vitest';
import { activityDetailSchema } from '../../../shared/activity.ts';
import type { KeptActivity } from '../../../electron/road/parcel.ts';
import { uuidv7 } from '../../../electron/road/uuid.ts';
import { sessionOf } from '../../../electron/store/kept-session.ts';
import { agentA, agentB, mail, parcel } from '../../support/parcel.ts';
import { testRoad } from '../../support/road.ts';

function session(summary: string, changes: Partial<KeptActivity> = {}): KeptActivity {
  return {
    id: uuidv7(Date.now()),
    agentId: agentA,
    door: 'smtp',
    startedAt: '2026-11-23T05:00:00.000Z',
    durationMs: 12,
    peer: '127.0.0.1',
    outcome: 'refused',
    summary,
    messageIds: [],
    verdicts: [],
    session: parcel('').session,
    ...changes,
  };
}

test('a recorded session is announced, listed newest first and opened whole', async () => {
  const { road, seen } = await testRoad();
  const first = session('first');
  const second = session('second');
  road.intake.record(first);
  road.intake.record(second);
  const { session: _, ...entry } = second;
  expect((await seen('activity.recorded', (event) => event.entry.id === second.id)).entry).toEqual(entry);
  const { activity, next } = await road.archive.listActivity({ agentId: agentA }, { limit: 1 });
  expect(activity).toEqual([entry]);
  const older = await road.archive.listActivity({ agentId: agentA }, { limit: 1, before: next ?? undefined });
  expect(older).toMatchObject({ activity: [{ summary: 'first' }], next: null });
  expect(activityDetailSchema.parse(await road.archive.activity(first.id))).toEqual({
    ...first,
    session: sessionOf(first.session, null),
  });
});

test('the newest 1,000 sessions of an agent are kept', async () => {
  const { road, seen } = await testRoad();
  road.intake.record(session('other', { agentId: agentB }));
  for (let n = 0; n < 1500; n += 1) {
    road.intake.record(session(`Session ${n}`));
  }
  await seen('activity.recorded', ({ entry }) => entry.summary === 'Session 1499');
  let count = 0;
  let before: string | undefined;
  do {
    const page = await road.archive.listActivity({ agentId: agentA }, { limit: 500, before });
    count += page.activity.length;
    before = page.next ?? undefined;
  } while (before !== undefined);
  expect(count).toBe(1000);
  expect((await road.archive.listActivity({ agentId: agentB }, { limit: 5 })).activity).toHaveLength(1);
});

test('a session of any length is kept in a bounded length that says what is missing', async () => {
  const { road, seen } = await testRoad();
  const transcript = Array.from({ length: 5000 }, (_, at) => `C${at} ${'x'.repeat(100)}`).join('\n');
  const long = session('long', {
    session: { kind: 'smtp', peer: '', helo: null, user: null, tls: null, transcript },
  });
  road.intake.record(long);
  await seen('activity.recorded');
  const kept = await road.archive.activity(long.id);
  expect(JSON.stringify(kept).length).toBeLessThan(300_000);
  expect(JSON.stringify(kept)).toMatch(/\d+ more lines are not kept/);
});

test('activity can be cleared for one agent', async () => {
  const { road, seen } = await testRoad();
  road.intake.record(session('a'));
  road.intake.record(session('b', { agentId: agentB }));
  await seen('activity.recorded', ({ entry }) => entry.summary === 'b');
  await road.archive.clearActivity({ agentId: agentA });
  expect((await road.archive.listActivity({}, { limit: 5 })).activity).toMatchObject([{ summary: 'b' }]);
});

test('recording goes on beside mail', async () => {
  const { road, seen } = await testRoad();
  road.intake.record(session('beside'));
  await road.intake.accept(parcel(mail('x')));
  await expect(seen('activity.recorded')).resolves.toMatchObject({ entry: { summary: 'beside' } });
});
