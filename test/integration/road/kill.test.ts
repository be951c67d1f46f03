import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { databaseFile } from '../../../electron/store/database.ts';
import { agentA } from '../../support/parcel.ts';
import { testRoad } from '../../support/road.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const script = new URL('../../support/road-under-load.ts', import.meta.url);
const rounds = 5;

/** Lets a child take mail until it has acknowledged so many, then kills it; answers with everything that it acknowledged. */
async function killedAfter(folder: string, count: number): Promise<Map<string, string>> {
  const child = spawn(process.execPath, [script.pathname, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const acknowledged = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [id = '', subject = ''] = line.split(/ (.*)/);
    acknowledged.set(id, subject);
    if (acknowledged.size === count) {
      child.kill('SIGKILL');
    }
  }
  await exited;
  return acknowledged;
}

test('a killed process loses no message that it acknowledged, and the database stays whole', async () => {
  const folder = await temporaryFolder();
  const acknowledged = new Map<string, string>();
  for (let round = 0; round < rounds; round += 1) {
    const count = 1 + Math.floor(Math.random() * 800);
    (await killedAfter(folder, count)).forEach((subject, id) => acknowledged.set(id, subject));
  }

  const { road, seen, events } = await testRoad({ folder });
  for (const [id, subject] of acknowledged) {
    const raw = Buffer.from((await road.archive.raw(id)) ?? []).toString();
    expect(raw).toContain(`Subject: ${subject}\r\n`);
    expect(raw.endsWith(`${'x'.repeat(3000)}\r\n`)).toBe(true);
  }
  const total = road.archive.counts(agentA).total;
  expect(total).toBeGreaterThanOrEqual(acknowledged.size);

  // A mail of now is indexed after everything that the killed runs left.
  const last = await road.intake.accept({
    agentId: agentA,
    door: 'smtp',
    receivedAt: new Date(),
    raw: Buffer.from('Subject: The last one\r\n\r\n'),
    envelope: { mailFrom: null, rcptTo: [] },
    session: { kind: 'smtp', peer: '', helo: null, user: null, tls: null, transcript: '' },
    verdicts: [],
  });
  await seen('message.indexed', ({ message }) => message.id === last.id);
  expect((await road.archive.list({ q: 'mail of hand' }, { limit: 1 })).total).toBe(total);
  expect(events.some(({ type }) => type === 'message.held')).toBe(true);
  await road.close();

  const database = new DatabaseSync(databaseFile(folder));
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(database.prepare('SELECT count(*) AS pending FROM message WHERE state = 0').get()).toEqual({
    pending: 0,
  });
  expect(
    database.prepare('SELECT count(*) AS total, (SELECT total FROM agent) AS counted FROM message').get(),
  ).toEqual({
    total: total + 1,
    counted: total + 1,
  });
  database.close();
});
