import type { DatabaseSync } from 'node:sqlite';

/** What sandbox agents used on each day; `day` counts UTC days since 1970. */
export function addSandboxDays(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE sandbox_day (
      number INTEGER PRIMARY KEY,
      agent TEXT NOT NULL,
      kind TEXT NOT NULL,
      day INTEGER NOT NULL,
      used INTEGER NOT NULL,
      UNIQUE (agent, kind, day)
    ) STRICT;
  `);
}
