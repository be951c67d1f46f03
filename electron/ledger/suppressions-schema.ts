import type { DatabaseSync } from 'node:sqlite';

/** `agents` is a JSON list of agent ids. No column is called `agent`: an entry outlives the agents that it names. */
export function addSuppressions(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE suppression (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      value TEXT NOT NULL,
      action TEXT NOT NULL,
      description TEXT NOT NULL,
      category TEXT NOT NULL,
      agents TEXT NOT NULL,
      created_at TEXT NOT NULL,
      modified_at TEXT NOT NULL,
      UNIQUE (kind, value)
    ) STRICT;
    CREATE INDEX suppression_by_age ON suppression (modified_at DESC, id DESC);
  `);
}
