import type { DatabaseSync } from 'node:sqlite';

/** Domains are the account's: agents name those that they may send from, and one may be nobody's yet. */
export function addDomains(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE account_domain (
      name TEXT PRIMARY KEY,
      sub_domain_prefix TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `);
}

/** A domain keeps its key whatever it is called; those from before have the key that is made from their name. */
export function addDomainKeys(database: DatabaseSync): void {
  database.exec('ALTER TABLE account_domain ADD COLUMN key TEXT');
}
