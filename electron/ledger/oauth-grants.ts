import { randomBytes } from 'node:crypto';
import type { StatementSync } from 'node:sqlite';
import type { Ledger } from './ledger.ts';

/** How long a code can be exchanged, in ms (https://www.zoho.com/accounts/protocol/oauth/web-apps/authorization.html: two minutes). */
export const codeLifeMs = 2 * 60_000;

/** Refresh tokens of one client; a further one takes the place of the oldest (same pages, “Get access token”). */
const mostRefreshTokens = 20;

/** Used and expired codes are remembered so long, in ms, to tell them from codes that nobody handed out. */
const memoryMs = 24 * 60 * 60_000;

/** What a client was granted by a person. */
export interface CodeGrant {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** The client may have a refresh token. */
  readonly isOffline: boolean;
  /** What the client proves itself with in place of, or beside, its secret (RFC 7636). */
  readonly challenge: CodeChallenge | undefined;
}

export interface CodeChallenge {
  readonly value: string;
  readonly method: 'S256' | 'plain';
}

interface KnownCode extends CodeGrant {
  readonly isUsed: boolean;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface RefreshToken {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly isRevoked: boolean;
}

/** The authorization codes and refresh tokens that were handed out. */
export class OAuthGrants {
  readonly #insertCode: StatementSync;
  readonly #code: StatementSync;
  readonly #use: StatementSync;
  readonly #forgetCodes: StatementSync;
  readonly #insertRefreshToken: StatementSync;
  readonly #refreshToken: StatementSync;
  readonly #goodRefreshTokens: StatementSync;
  readonly #revokeOldest: StatementSync;
  readonly #revoke: StatementSync;
  readonly #dropAccessTokens: StatementSync;

  constructor({ database }: Pick<Ledger, 'database'>) {
    this.#insertCode = database.prepare('INSERT INTO oauth_code VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)');
    this.#code = database.prepare('SELECT * FROM oauth_code WHERE code = ?');
    this.#use = database.prepare('UPDATE oauth_code SET is_used = 1 WHERE code = ?');
    this.#forgetCodes = database.prepare('DELETE FROM oauth_code WHERE expires_at <= ?');
    this.#insertRefreshToken = database.prepare(
      'INSERT INTO oauth_refresh_token (token, client_id, scopes, is_revoked) VALUES (?, ?, ?, 0)',
    );
    this.#refreshToken = database.prepare('SELECT * FROM oauth_refresh_token WHERE token = ?');
    this.#goodRefreshTokens = database.prepare(
      'SELECT scopes FROM oauth_refresh_token WHERE client_id = ? AND is_revoked = 0',
    );
    this.#revokeOldest = database.prepare(
      `UPDATE oauth_refresh_token SET is_revoked = 1 WHERE client_id = :client AND is_revoked = 0 AND number <= (
         SELECT number FROM oauth_refresh_token WHERE client_id = :client AND is_revoked = 0
         ORDER BY number DESC LIMIT 1 OFFSET ${mostRefreshTokens})`,
    );
    this.#revoke = database.prepare(
      `INSERT INTO oauth_refresh_token (token, client_id, scopes, is_revoked) VALUES (?, '', '', 1)
       ON CONFLICT (token) DO UPDATE SET is_revoked = 1`,
    );
    this.#dropAccessTokens = database.prepare(
      'DELETE FROM oauth_access_token WHERE token = :token OR refresh_token = :token',
    );
  }

  /** A new code in Zoho's grammar, to be exchanged once. */
  addCode(grant: CodeGrant, now: Date): string {
    this.#forgetCodes.run(now.getTime() - memoryMs);
    const code = token();
    const { clientId, redirectUri, scopes, isOffline, challenge } = grant;
    this.#insertCode.run(
      code,
      clientId,
      redirectUri,
      scopes.join(','),
      Number(isOffline),
      challenge?.value ?? null,
      challenge?.method ?? null,
      now.getTime() + codeLifeMs,
    );
    return code;
  }

  /** Undefined for a code that nobody handed out in the last day. */
  code(code: string): KnownCode | undefined {
    const row = this.#code.get(code);
    const challenge = row?.['challenge'];
    return (
      row && {
        clientId: String(row['client_id']),
        redirectUri: String(row['redirect_uri']),
        scopes: String(row['scopes']).split(','),
        isOffline: row['is_offline'] === 1,
        challenge:
          typeof challenge === 'string'
            ? { value: challenge, method: row['challenge_method'] === 'S256' ? 'S256' : 'plain' }
            : undefined,
        isUsed: row['is_used'] === 1,
        expiresAt: Number(row['expires_at']),
      }
    );
  }

  useCode(code: string): void {
    this.#use.run(code);
  }

  /** A new refresh token, which never expires. */
  addRefreshToken(clientId: string, scopes: readonly string[]): string {
    const made = token();
    this.#insertRefreshToken.run(made, clientId, scopes.join(','));
    this.#revokeOldest.run({ client: clientId });
    return made;
  }

  /** Whether a refresh token that the client was given, and that is good, has all these scopes. */
  hasRefreshToken(clientId: string, scopes: readonly string[]): boolean {
    return this.#goodRefreshTokens.all(clientId).some((row) => {
      const had = String(row['scopes']).split(',');
      return scopes.every((scope) => had.includes(scope));
    });
  }

  /** Undefined for one that was neither handed out nor revoked here. */
  refreshToken(given: string): RefreshToken | undefined {
    const row = this.#refreshToken.get(given);
    return (
      row && {
        clientId: String(row['client_id']),
        scopes: String(row['scopes']).split(','),
        isRevoked: row['is_revoked'] === 1,
      }
    );
  }

  /** Ends an access token, or a refresh token with all access tokens that came from it. */
  revoke(given: string): void {
    const isAccessToken = this.#dropAccessTokens.run({ token: given }).changes > 0;
    if (!isAccessToken || this.refreshToken(given) !== undefined) {
      this.#revoke.run(given);
    }
  }
}

function token(): string {
  return `1000.${randomBytes(16).toString('hex')}.${randomBytes(16).toString('hex')}`;
}
