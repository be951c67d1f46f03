import type { DatabaseSync } from 'node:sqlite';

/** Files of exported lists. They are the account's, and none is kept for long. Times are milliseconds since 1970. */
export function addExports(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE export (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL,
      name TEXT NOT NULL,
      search TEXT NOT NULL,
      with_content INTEGER NOT NULL,
      downloaded INTEGER NOT NULL,
      created INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      size INTEGER NOT NULL,
      content TEXT NOT NULL
    ) STRICT;
  `);
}
