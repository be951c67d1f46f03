import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { RestanteError } from '#shared/errors.ts';
import { migrations, schemaVersion } from './migrations.ts';
import { folded } from './search-text.ts';
import { sqliteCode, sqliteCodes } from './sqlite-errors.ts';

const cacheKib = 2048;
/** Opening and closing a write-ahead log lock the file for a moment (milliseconds). */
const lockPatienceMs = 5000;

/** Something that the person must be told about the store. */
export interface StoreWarning {
  readonly title: string;
  readonly text: string;
}

/** The message database of a data folder. */
export function databaseFile(folder: string): string {
  return join(folder, 'messages.db');
}

/**
 * Opens the only write connection and brings the schema up to date.
 * A file that is no database, or a damaged one, is set aside and a new one begun; the warning says so.
 * @throws RestanteError `store.newer` when a newer Restante wrote it; nothing is changed then.
 */
export function openForWriting(
  folder: string,
  now: Date,
): { database: DatabaseSync; warnings: StoreWarning[] } {
  mkdirSync(folder, { recursive: true });
  try {
    return { database: openMigrated(folder), warnings: [] };
  } catch (error) {
    const code = sqliteCode(error);
    if (code !== sqliteCodes.notADatabase && code !== sqliteCodes.corrupt) {
      throw error;
    }
    const asideName = setAside(folder, now);
    const warning: StoreWarning = {
      title: 'The message store was damaged',
      text: `It could not be read and was set aside as ${asideName} in ${folder}. Restante started with an empty one; nothing was deleted.`,
    };
    return { database: openMigrated(folder), warnings: [warning] };
  }
}

/** The write-ahead log of the database; it is there as long as the database is open for writing. */
export function logFile(folder: string): string {
  return `${databaseFile(folder)}-wal`;
}

/** Opens a connection that only reads. It sees every committed transaction and never waits for the writer. */
export function openForReading(folder: string): DatabaseSync {
  const database = new DatabaseSync(databaseFile(folder), { readOnly: true, timeout: lockPatienceMs });
  database.exec(`PRAGMA cache_size=-${cacheKib}`);
  // Which notes have these words: there are few.
  database.function('folded', { deterministic: true }, (text) => folded(String(text)));
  return database;
}

/**
 * Makes the ledger's tables readable as `ledger.…` on a connection that only reads. It is opened when a search asks
 * for it: at the first start it comes into being after the mail's database.
 */
export function attachLedger(database: DatabaseSync, folder: string): void {
  const isAttached = database
    .prepare('PRAGMA database_list')
    .all()
    .some((row) => row['name'] === 'ledger');
  if (!isAttached) {
    database.prepare('ATTACH DATABASE ? AS ledger').run(join(folder, 'ledger.db'));
  }
}

function openMigrated(folder: string): DatabaseSync {
  makePrivate(databaseFile(folder));
  const database = new DatabaseSync(databaseFile(folder), { timeout: lockPatienceMs });
  try {
    const found = versionOf(database);
    if (found > schemaVersion) {
      throw new RestanteError('store.newer', { folder, found, known: schemaVersion });
    }
    // auto_vacuum only takes effect before the first table. NORMAL leaves syncing the log between checkpoints to LogSync.
    database.exec(`
      PRAGMA auto_vacuum=INCREMENTAL;
      PRAGMA journal_mode=WAL;
      PRAGMA synchronous=NORMAL;
      PRAGMA wal_autocheckpoint=4000;
      PRAGMA cache_size=-${cacheKib};
      PRAGMA temp_store=MEMORY;
      PRAGMA journal_size_limit=16777216;
    `);
    migrate(database, found);
    // Touches every table's root page, so that a damaged file is found now and not at the first mail.
    database.exec('SELECT * FROM agent LIMIT 1; SELECT * FROM message LIMIT 1; SELECT * FROM trash LIMIT 1;');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** People's mail is nobody else's. SQLite gives its log and its index of the log the same mode. */
function makePrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}

function migrate(database: DatabaseSync, found: number): void {
  for (const [version, migration] of migrations.entries()) {
    if (version >= found) {
      database.exec('BEGIN IMMEDIATE');
      try {
        migration(database);
        database.exec(`PRAGMA user_version=${version + 1}; COMMIT`);
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    }
  }
}

function setAside(folder: string, now: Date): string {
  const file = databaseFile(folder);
  const suffix = `.corrupt-${now.toISOString().replaceAll(':', '-')}`;
  for (const companion of ['', '-wal', '-shm']) {
    if (existsSync(file + companion)) {
      renameSync(file + companion, `${file}${suffix}${companion}`);
    }
  }
  return `messages.db${suffix}`;
}
