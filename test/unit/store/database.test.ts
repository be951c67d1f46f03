import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { databaseFile, openForWriting } from '../../../electron/store/database.ts';
import { migrations, schemaVersion } from '../../../electron/store/migrations.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const now = new Date('2026-11-23T05:00:00Z');

function pragma(database: DatabaseSync, name: string): unknown {
  return database.prepare(`PRAGMA ${name}`).get()?.[name];
}

test('makes the newest schema, with a log that commits need not wait for and pages that can be given back', async () => {
  const { database, warnings } = openForWriting(await temporaryFolder(), now);
  expect(warnings).toEqual([]);
  expect(pragma(database, 'user_version')).toBe(schemaVersion);
  expect(pragma(database, 'journal_mode')).toBe('wal');
  expect(pragma(database, 'synchronous')).toBe(1);
  expect(pragma(database, 'auto_vacuum')).toBe(2);
  database.close();
});

test.skipIf(process.platform === 'win32')('nobody else may read the mail, its log included', async () => {
  const folder = await temporaryFolder();
  writeFileSync(databaseFile(folder), '', { mode: 0o644 });
  const { database } = openForWriting(folder, now);
  const modes = readdirSync(folder).map((file) => statSync(`${folder}/${file}`).mode & 0o777);
  expect(modes).toEqual([0o600, 0o600, 0o600]);
  database.close();
});

test('migration 1 makes the tables of mail, search and activity', async () => {
  const { database } = openForWriting(await temporaryFolder(), now);
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all();
  expect(tables.map((row) => row['name'])).toEqual(
    expect.arrayContaining(['activity', 'agent', 'message', 'parcel', 'search', 'trash']),
  );
  database.close();
});

test('mail and activity from before requests were kept in bytes stay, without any', async () => {
  const folder = await temporaryFolder();
  const older = new DatabaseSync(databaseFile(folder));
  const before = migrations.findIndex(({ name }) => name === 'keepRequestBodies');
  migrations.slice(0, before).forEach((migration) => migration(older));
  older.exec(`
    PRAGMA user_version=${before};
    INSERT INTO parcel (seq, facts, raw) VALUES (1, '{}', x'00');
    INSERT INTO activity (id, agent, entry, session) VALUES ('a', 1, '{}', '{}');`);
  older.close();
  const { database } = openForWriting(folder, now);
  expect(database.prepare('SELECT facts, body FROM parcel').all()).toEqual([{ facts: '{}', body: null }]);
  expect(database.prepare('SELECT session, body FROM activity').all()).toEqual([
    { session: '{}', body: null },
  ]);
  database.close();
});

test('leaves a database of the newest schema as it is', async () => {
  const folder = await temporaryFolder();
  const first = openForWriting(folder, now).database;
  first.exec(`INSERT INTO agent (id) VALUES ('kept')`);
  first.close();
  const { database } = openForWriting(folder, now);
  expect(database.prepare('SELECT id FROM agent').all()).toMatchObject([{ id: 'kept' }]);
  database.close();
});

test('refuses the database of a newer Restante and changes nothing', async () => {
  const folder = await temporaryFolder();
  const first = openForWriting(folder, now).database;
  first.exec(`PRAGMA user_version=${schemaVersion + 1}`);
  first.close();
  const before = readFileSync(databaseFile(folder));
  expect(() => openForWriting(folder, now)).toThrow(
    expect.objectContaining({
      code: 'store.newer',
      details: expect.objectContaining({ found: schemaVersion + 1 }),
    }),
  );
  expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true);
});

test.each([
  ['is no database', () => Buffer.from('This is not a database. '.repeat(1000))],
  [
    'has a damaged schema',
    (intact: Buffer) => Buffer.concat([intact.subarray(0, 100), Buffer.alloc(intact.length - 100, 0x5a)]),
  ],
])('sets a file aside that %s, and says so', async (_, damage) => {
  const folder = await temporaryFolder();
  openForWriting(folder, now).database.close();
  const damaged = damage(readFileSync(databaseFile(folder)));
  writeFileSync(databaseFile(folder), damaged);
  const { database, warnings } = openForWriting(folder, now);
  expect(pragma(database, 'user_version')).toBe(schemaVersion);
  database.close();
  expect(warnings).toHaveLength(1);
  const aside = 'messages.db.corrupt-2026-11-23T05-00-00.000Z';
  expect(warnings[0]?.text).toContain(aside);
  expect(readdirSync(folder)).toContain(aside);
  expect(readFileSync(`${folder}/${aside}`).equals(damaged)).toBe(true);
});
