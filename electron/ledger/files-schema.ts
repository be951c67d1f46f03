import type { DatabaseSync } from 'node:sqlite';

/** The file cache. `seq` keeps the order of uploads; the content stands last, so that lists do not read it. */
export function addFiles(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE files (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      agent TEXT NOT NULL,
      key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      mime_type TEXT NOT NULL,
      size INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      content BLOB NOT NULL
    ) STRICT;
    CREATE INDEX files_of_agent ON files (agent, seq);
  `);
}
