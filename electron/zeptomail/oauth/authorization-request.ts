import type { AgentMode } from '#shared/agent.ts';
import { type OAuthClient, scopeGroups } from '#shared/oauth.ts';
import type { CodeChallenge } from '../../ledger/oauth-grants.ts';
import { scopesOf } from './fields.ts';
import { type OAuthError, oauthError } from './oauth-error.ts';

/** What a client asks a person for, once it was found to be in order. */
export interface AuthorizationRequest {
  readonly clientId: string;
  /** As the person knows it. */
  readonly clientName: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly isOffline: boolean;
  /** The client wants the person to be asked in any case. */
  readonly mustAsk: boolean;
  readonly state: string | undefined;
  readonly challenge: CodeChallenge | undefined;
}

/**
 * Reads GET /oauth/v2/auth (https://www.zoho.com/accounts/protocol/oauth/web-apps/authorization.html). What is wrong is
 * told to the person, never to a redirect address that nobody vouches for.
 */
export function readAuthorizationRequest(
  fields: URLSearchParams,
  client: OAuthClient | undefined,
  mode: AgentMode,
): AuthorizationRequest | OAuthError {
  const clientId = fields.get('client_id') ?? '';
  if (clientId === '' || (client === undefined && mode === 'strict')) {
    const explanation =
      clientId === '' ? 'The request has no client_id.' : `Nobody registered the client “${clientId}”.`;
    return oauthError('invalid_client', explanation);
  }
  const redirectUri = fields.get('redirect_uri') ?? '';
  const refused = redirectProblem(redirectUri, client, mode);
  if (refused !== undefined) {
    return oauthError('invalid_redirect_uri', refused);
  }
  if (fields.get('response_type') !== 'code') {
    return oauthError('invalid_response_type', 'response_type must be “code”.');
  }
  const scopes = scopesOf(fields.get('scope'));
  const unknown = scopes.find((scope) => mode === 'strict' && !isScope(scope));
  if (scopes.length === 0 || unknown !== undefined) {
    const explanation =
      unknown === undefined ? 'The request names no scope.' : `There is no scope “${unknown}”.`;
    return oauthError('invalid_scope', explanation);
  }
  const challenge = fields.get('code_challenge') ?? '';
  return {
    clientId,
    clientName: client?.name ?? clientId,
    redirectUri,
    scopes,
    isOffline: fields.get('access_type')?.toLowerCase() === 'offline',
    mustAsk: fields.get('prompt')?.toLowerCase() === 'consent',
    state: fields.get('state') ?? undefined,
    challenge:
      challenge === ''
        ? undefined
        : { value: challenge, method: fields.get('code_challenge_method') === 'S256' ? 'S256' : 'plain' },
  };
}

/** A client that registered addresses is sent to no other by a strict agent; without any, to this machine alone. */
function redirectProblem(
  given: string,
  client: OAuthClient | undefined,
  mode: AgentMode,
): string | undefined {
  if (given === '') {
    return 'The request has no redirect_uri.';
  }
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) {
    return 'redirect_uri must begin with http:// or https://.';
  }
  const registered = client?.redirectUris ?? [];
  if (registered.includes(given)) {
    return undefined;
  }
  const isEnough = registered.length === 0 || mode === 'relaxed';
  return isEnough && isLoopback(new URL(given))
    ? undefined
    : `“${given.slice(0, 200)}” is ${registered.length === 0 ? 'neither on this machine nor' : 'not'} registered for this client.`;
}

function isLoopback({ hostname }: URL): boolean {
  return /^(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:[a-z0-9-]+\.)*localhost)$/.test(hostname);
}

/** Of ZeptoMail, by its present or former name. */
function isScope(scope: string): boolean {
  return new RegExp(
    `^(?:zeptomail\\.(?:${scopeGroups.join('|')}|metrics)|transmail\\.\\w+)\\.\\w+$`,
    'i',
  ).test(scope);
}
