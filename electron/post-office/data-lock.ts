import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { RestanteError } from '#shared/errors.ts';
import { writeAtomically } from '../files/write-atomically.ts';

/** The right to use a data folder alone. */
export interface DataLock {
  release(): void;
}

/** SQLITE_BUSY (sqlite.org/rescode.html): somebody else holds the lock. */
const busy = 5;

/**
 * Takes a data folder, which is made if absent, for this process alone. What is held is a lock of the operating
 * system, by way of SQLite: it is free again the moment the process ends, however it ends.
 * @throws RestanteError `data.locked` with the process that has it, `data.unwritable`
 */
export async function lockDataFolder(folder: string): Promise<DataLock> {
  const pidFile = join(folder, 'restante.pid');
  let database: DatabaseSync | undefined;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    database = new DatabaseSync(join(folder, 'restante.lock'), { timeout: 0 });
    // Nothing is ever written: no journal.
    database.exec('PRAGMA journal_mode=OFF; BEGIN EXCLUSIVE;');
    // For people and for the words of the refusal only: it decides nothing, so a stale one does no harm.
    await writeAtomically(pidFile, `${process.pid}\n`, 0o644);
  } catch (cause) {
    database?.close();
    if (isBusy(cause)) {
      throw new RestanteError('data.locked', { folder, pid: await pidIn(pidFile) }, { cause });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RestanteError('data.unwritable', { folder, reason }, { cause });
  }
  const held = database;
  return {
    release() {
      if (held.isOpen) {
        held.close();
      }
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === busy;
}

async function pidIn(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return /^\d+/.exec(text)?.[0] ?? 'unknown';
}
