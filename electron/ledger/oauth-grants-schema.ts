import type { DatabaseSync } from 'node:sqlite';

/** Authorization codes and refresh tokens, where clients may be sent back to, and from which refresh token an access token came. */
export function addOAuthGrants(database: DatabaseSync): void {
  database.exec(`
    ALTER TABLE oauth_client ADD COLUMN redirect_uris TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE oauth_access_token ADD COLUMN refresh_token TEXT;
    CREATE TABLE oauth_code (
      code TEXT PRIMARY KEY,
      client_id TEXT NOT NULL,
      redirect_uri TEXT NOT NULL,
      scopes TEXT NOT NULL,
      is_offline INTEGER NOT NULL,
      challenge TEXT,
      challenge_method TEXT,
      expires_at INTEGER NOT NULL,
      is_used INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE oauth_refresh_token (
      number INTEGER PRIMARY KEY,
      token TEXT NOT NULL UNIQUE,
      client_id TEXT NOT NULL,
      scopes TEXT NOT NULL,
      is_revoked INTEGER NOT NULL
    ) STRICT;
  `);
}

/** Access tokens are counted by the refresh token that they came from. */
export function addAccessTokenSources(database: DatabaseSync): void {
  database.exec('CREATE INDEX oauth_access_token_source ON oauth_access_token (refresh_token, expires_at)');
}
