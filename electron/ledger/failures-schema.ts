import type { DatabaseSync } from 'node:sqlite';

/** The switches of the failure laboratory. `settings` is JSON; `remaining` is null unless only the next few fail. */
export function addFailures(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE failure (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      agent TEXT NOT NULL,
      enabled INTEGER NOT NULL,
      settings TEXT NOT NULL,
      remaining INTEGER,
      created INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX failure_of_agent ON failure (agent);
  `);
}
