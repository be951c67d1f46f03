import type { DatabaseSync } from 'node:sqlite';
import type { Counters } from './counters.ts';
import type { AgentCounts } from './protocol.ts';
import { storeFailure } from './sqlite-errors.ts';

/**
 * `at once`: on the disk before the call returns, as mail must be before it is answered. `sooner or later`: whole or not
 * at all, but perhaps not at all if the power fails now; it is on the disk with the next mail at the latest.
 */
type Durability = 'at once' | 'sooner or later';

const current = new WeakMap<DatabaseSync, Durability>();

function setDurability(database: DatabaseSync, durability: Durability): void {
  if (current.get(database) !== durability) {
    database.exec(`PRAGMA synchronous=${durability === 'at once' ? 'FULL' : 'NORMAL'}`);
    current.set(database, durability);
  }
}

/**
 * Runs `work` in one transaction with its counters and answers with both results.
 * @throws RestanteError `store.failed`; nothing of the work is kept then.
 */
export function inTransaction<T>(
  database: DatabaseSync,
  counters: Counters,
  work: () => T,
  durability: Durability = 'sooner or later',
): { result: T; counts: AgentCounts[] } {
  try {
    setDurability(database, durability);
    database.exec('BEGIN IMMEDIATE');
    const result = work();
    const counts = counters.flush();
    database.exec('COMMIT');
    return { result, counts };
  } catch (error) {
    counters.rollBack();
    // A full disk makes SQLite roll back by itself.
    if (database.isTransaction) {
      database.exec('ROLLBACK');
    }
    throw storeFailure(error);
  }
}
