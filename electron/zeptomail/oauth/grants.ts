import { createHash } from 'node:crypto';
import type { AgentMode } from '#shared/agent.ts';
import { type OAuthClient, scopeGroups } from '#shared/oauth.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { CodeChallenge, CodeGrant } from '../../ledger/oauth-grants.ts';
import { scopesOf } from './fields.ts';
import { type OAuthError, oauthError } from './oauth-error.ts';

/** What an access token is handed out for. */
interface Granted {
  readonly scopes: readonly string[];
  /** Which refresh token it comes from. */
  readonly refreshToken?: string;
  /** The refresh token is new, and is told. */
  readonly isNew?: true;
  /** What a strict agent would have answered instead. */
  readonly forgiven?: OAuthError | undefined;
}

interface Asking {
  readonly fields: URLSearchParams;
  /** The client that the request names, if somebody registered it. */
  readonly client: OAuthClient | undefined;
  readonly mode: AgentMode;
  readonly ledger: Pick<Ledger, 'oauth' | 'oauthGrants'>;
  readonly now: Date;
}

type Grant = (asking: Asking) => Granted | OAuthError;

/** Where neither the request nor a registered client names a scope, the token is good for everything. */
const everyScope = scopeGroups.map((group) => `Zeptomail.${group}.ALL`);

/** The kinds of grant, by their names in a token request. */
export const grants: ReadonlyMap<string, Grant> = new Map([
  ['refresh_token', refreshed],
  ['authorization_code', exchanged],
  ['client_credentials', (asking) => rightSecret(asking) ?? { scopes: usualScopes(asking) }],
]);

/**
 * Access tokens that one refresh token is exchanged for in so many ms (…/web-apps/access-token-expiry.html
 * of Zoho's accounts protocol). That the time is counted back from now, and the token of the code counts, is assumed.
 */
export const accessTokenLimit = { count: 10, ms: 10 * 60_000 } as const;

/** Many users report this answer, word by word, with status 400. */
const tooMany: OAuthError = {
  error: 'Access Denied',
  description: 'You have made too many requests continuously. Please try again after some time.',
  explanation: `A refresh token is good for ${accessTokenLimit.count} access tokens in ten minutes. An access token lasts an hour: keep it until then.`,
};

/** Any refresh token will do, as long as it was not revoked here; one of ours has the scopes that it was granted. */
function refreshed(asking: Asking): Granted | OAuthError {
  const { fields, ledger } = asking;
  const wrong = rightSecret(asking);
  if (wrong !== undefined) {
    return wrong;
  }
  const refreshToken = field(fields, 'refresh_token');
  if (refreshToken === '') {
    return oauthError('invalid_code', 'The request has no refresh_token.');
  }
  const known = ledger.oauthGrants.refreshToken(refreshToken);
  const forgiven = isTooMany(refreshToken, asking) ? tooMany : undefined;
  if (forgiven !== undefined && asking.mode === 'strict') {
    return forgiven;
  }
  if (known === undefined) {
    return { scopes: usualScopes(asking), refreshToken, forgiven };
  }
  if (known.isRevoked) {
    return oauthError('invalid_code', 'This refresh token was revoked, or 20 newer ones took its place.');
  }
  if (known.clientId !== field(fields, 'client_id')) {
    return oauthError('invalid_code', `This refresh token belongs to the client ${known.clientId}.`);
  }
  return { scopes: known.scopes, refreshToken, forgiven };
}

/**
 * A code of ours is exchanged once, in time, by its client and with its redirect address. Others, like those that the
 * API console makes for self clients, are as good as ours for a relaxed agent.
 */
function exchanged(asking: Asking): Granted | OAuthError {
  const { fields, client, mode, ledger, now } = asking;
  const code = field(fields, 'code');
  if (code === '') {
    return oauthError('invalid_code', 'The request has no code.');
  }
  if (client === undefined && mode === 'strict') {
    const explanation = `Nobody registered the client “${field(fields, 'client_id')}”. Register it, or make the agent relaxed.`;
    return oauthError('invalid_client', explanation);
  }
  const grant = ledger.oauthGrants.code(code);
  const wrong = isProven(grant, fields) ? undefined : rightSecret(asking);
  if (wrong !== undefined) {
    return wrong;
  }
  if (grant === undefined) {
    if (mode === 'strict') {
      return oauthError('invalid_code', 'This code was not handed out here. Ask GET /oauth/v2/auth for one.');
    }
    const scopes = usualScopes(asking);
    return withRefreshToken(ledger, field(fields, 'client_id'), scopes);
  }
  const problem = codeProblem(grant, asking);
  if (problem !== undefined) {
    return problem;
  }
  ledger.oauthGrants.useCode(code);
  return grant.isOffline ? withRefreshToken(ledger, grant.clientId, grant.scopes) : { scopes: grant.scopes };

  function codeProblem(known: NonNullable<typeof grant>, { mode: manner }: Asking): OAuthError | undefined {
    if (known.isUsed) {
      return oauthError('invalid_code', 'This code was exchanged already: it is good for once.');
    }
    if (known.expiresAt <= now.getTime()) {
      return oauthError('invalid_code', 'This code has expired: it is good for two minutes.');
    }
    if (known.clientId !== field(fields, 'client_id')) {
      return oauthError('invalid_code', `This code belongs to the client ${known.clientId}.`);
    }
    const redirectUri = field(fields, 'redirect_uri');
    if (redirectUri !== known.redirectUri && (redirectUri !== '' || manner === 'strict')) {
      const explanation = `redirect_uri must be that of the authorization request, ${known.redirectUri}.`;
      return oauthError('invalid_redirect_uri', explanation);
    }
    return known.challenge === undefined || isProven(known, fields)
      ? undefined
      : oauthError(
          'invalid_code',
          'code_verifier does not fit the code_challenge of the authorization request.',
        );
  }
}

function withRefreshToken(
  { oauthGrants }: Asking['ledger'],
  clientId: string,
  scopes: readonly string[],
): Granted {
  return { scopes, refreshToken: oauthGrants.addRefreshToken(clientId, scopes), isNew: true };
}

function isTooMany(refreshToken: string, { ledger, now }: Asking): boolean {
  const { count, ms } = accessTokenLimit;
  return ledger.oauth.issuedFrom(refreshToken, ms, now) >= count;
}

/** A registered client brings its secret; what others bring is nobody's business. */
function rightSecret({ client, fields }: Asking): OAuthError | undefined {
  return client === undefined || client.clientSecret === field(fields, 'client_secret')
    ? undefined
    : oauthError('invalid_client_secret', `client_secret is not that of the client “${client.name}”.`);
}

/** Whether the client proves that it is the one that asked for the code; then it may lack a secret, as mobile apps do. */
function isProven(grant: CodeGrant | undefined, fields: URLSearchParams): boolean {
  const verifier = field(fields, 'code_verifier');
  return (
    grant?.challenge !== undefined && challengeOf(verifier, grant.challenge.method) === grant.challenge.value
  );
}

/** RFC 7636 section 4.6. */
function challengeOf(verifier: string, method: CodeChallenge['method']): string {
  return method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url');
}

function usualScopes({ fields, client }: Asking): readonly string[] {
  const scopes = scopesOf(fields.get('scope'));
  return scopes.length > 0 ? scopes : (client?.scopes ?? everyScope);
}

function field(fields: URLSearchParams, name: string): string {
  return fields.get(name) ?? '';
}
