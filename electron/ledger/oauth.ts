import { randomBytes, randomUUID } from 'node:crypto';
import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import { RestanteError } from '#shared/errors.ts';
import type { CreateOAuthClient, OAuthClient } from '#shared/oauth.ts';
import type { Ledger } from './ledger.ts';

/** An access token and what it may. */
export interface AccessToken {
  readonly token: string;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Seconds that an access token is good for, as Zoho's. */
export const accessTokenSeconds = 3600;

/** The OAuth clients that the person registered, and the access tokens that were handed out. */
export class OAuth {
  readonly #insertClient: StatementSync;
  readonly #clients: StatementSync;
  readonly #clientById: StatementSync;
  readonly #clientByClientId: StatementSync;
  readonly #deleteClient: StatementSync;
  readonly #insertToken: StatementSync;
  readonly #token: StatementSync;
  readonly #deleteExpired: StatementSync;
  readonly #countOfSource: StatementSync;

  constructor({ database }: Pick<Ledger, 'database'>) {
    this.#insertClient = database.prepare('INSERT INTO oauth_client VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.#clients = database.prepare('SELECT * FROM oauth_client ORDER BY created_at, id');
    this.#clientById = database.prepare('SELECT * FROM oauth_client WHERE id = ?');
    this.#clientByClientId = database.prepare('SELECT * FROM oauth_client WHERE client_id = ?');
    this.#deleteClient = database.prepare('DELETE FROM oauth_client WHERE id = ?');
    this.#insertToken = database.prepare('INSERT INTO oauth_access_token VALUES (?, ?, ?, ?)');
    this.#token = database.prepare('SELECT * FROM oauth_access_token WHERE token = ?');
    this.#deleteExpired = database.prepare('DELETE FROM oauth_access_token WHERE expires_at <= ?');
    this.#countOfSource = database.prepare(
      'SELECT count(*) AS count FROM oauth_access_token WHERE refresh_token = ? AND expires_at > ?',
    );
  }

  clients(): OAuthClient[] {
    return this.#clients.all().map(clientOf);
  }

  /** The client with this client id; undefined when nobody registered one. */
  client(clientId: string): OAuthClient | undefined {
    const row = this.#clientByClientId.get(clientId);
    return row === undefined ? undefined : clientOf(row);
  }

  /** Client id and secret are made in Zoho's grammar unless they are given. @throws RestanteError `oauth-client.taken`. */
  register(wish: CreateOAuthClient, now: Date): OAuthClient {
    const clientId = wish.clientId ?? `1000.${randomBytes(15).toString('hex').toUpperCase()}`;
    if (this.client(clientId) !== undefined) {
      throw new RestanteError('oauth-client.taken', { clientId }, { field: 'clientId' });
    }
    const id = randomUUID();
    const secret = wish.clientSecret ?? randomBytes(21).toString('hex');
    const redirectUris = JSON.stringify(wish.redirectUris);
    this.#insertClient.run(
      id,
      wish.name,
      clientId,
      secret,
      wish.scopes.join(','),
      now.getTime(),
      redirectUris,
    );
    return clientOf(this.#clientById.get(id) ?? {});
  }

  /** Access tokens that it was given stay good until they expire. @throws RestanteError `oauth-client.not-found`. */
  forget(id: string): void {
    if (this.#deleteClient.run(id).changes === 0) {
      throw new RestanteError('oauth-client.not-found', { id });
    }
  }

  /** A new access token, good for an hour, or until the refresh token that it came from is revoked. The expired ones are forgotten. */
  issue(scopes: readonly string[], now: Date, refreshToken?: string): AccessToken {
    this.#deleteExpired.run(now.getTime());
    const token = `1000.${randomBytes(16).toString('hex')}.${randomBytes(16).toString('hex')}`;
    const expiresAt = now.getTime() + accessTokenSeconds * 1000;
    this.#insertToken.run(token, scopes.join(','), expiresAt, refreshToken ?? null);
    return { token, scopes, expiresAt };
  }

  /** How many access tokens a refresh token was exchanged for in so many last milliseconds, an hour at most. */
  issuedFrom(refreshToken: string, lastMs: number, now: Date): number {
    const expiry = now.getTime() + accessTokenSeconds * 1000 - lastMs;
    return Number(this.#countOfSource.get(refreshToken, expiry)?.['count']);
  }

  /** The access token as it was handed out, expired or not; undefined when it is none of ours. */
  token(token: string): AccessToken | undefined {
    const row = this.#token.get(token);
    return row === undefined
      ? undefined
      : {
          token,
          scopes: scopesOf(row['scopes']),
          expiresAt: Number(row['expires_at']),
        };
  }
}

function clientOf(row: Record<string, SQLOutputValue>): OAuthClient {
  return {
    id: String(row['id']),
    name: String(row['name']),
    clientId: String(row['client_id']),
    clientSecret: String(row['client_secret']),
    scopes: scopesOf(row['scopes']),
    redirectUris: JSON.parse(String(row['redirect_uris'])) as string[],
    createdAt: new Date(Number(row['created_at'])).toISOString(),
  };
}

function scopesOf(value: SQLOutputValue | undefined): string[] {
  return String(value ?? '')
    .split(',')
    .filter((scope) => scope !== '');
}
