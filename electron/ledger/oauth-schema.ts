import type { DatabaseSync } from 'node:sqlite';

/** OAuth belongs to the account, not to one agent: no column `agent`. Times are milliseconds since 1970. */
export function addOAuth(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE oauth_client (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      client_id TEXT NOT NULL UNIQUE,
      client_secret TEXT NOT NULL,
      scopes TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE oauth_access_token (
      token TEXT PRIMARY KEY,
      scopes TEXT NOT NULL,
      expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX oauth_access_token_expiry ON oauth_access_token (expires_at);
  `);
}
