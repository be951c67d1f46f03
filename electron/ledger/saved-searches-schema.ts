import type { DatabaseSync } from 'node:sqlite';

export function addSavedSearches(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE saved_search (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      q TEXT NOT NULL
    ) STRICT;
  `);
}
