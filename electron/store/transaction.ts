import type { DatabaseSync } from 'node:sqlite';
import type { Counters } from './counters.ts';
import type { AgentCounts } from './protocol.ts';
import { storeFailure } from './sqlite-errors.ts';

/**
 * Runs `work` in one transaction with its counters and answers with both results.
 * @throws RestanteError `store.failed`; nothing of the work is kept then.
 */
export function inTransaction<T>(
  database: DatabaseSync,
  counters: Counters,
  work: () => T,
): { result: T; counts: AgentCounts[] } {
  try {
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
