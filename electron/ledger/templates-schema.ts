import type { DatabaseSync } from 'node:sqlite';

/** Templates; `seq` keeps the order in which they were made. Two NULL aliases are not the same (SQLite). */
export function addTemplates(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE template (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      agent TEXT NOT NULL,
      key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      alias TEXT,
      subject TEXT NOT NULL,
      html TEXT,
      text TEXT,
      sample TEXT NOT NULL,
      created INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      UNIQUE (agent, alias)
    ) STRICT;
    CREATE INDEX template_by_agent ON template (agent, seq);
  `);
}
