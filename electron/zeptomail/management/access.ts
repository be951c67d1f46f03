import type { ScopeGroup, ScopeOperation } from '#shared/oauth.ts';
import type { Verdict } from '#shared/verdict.ts';
import type { OAuth } from '../../ledger/oauth.ts';
import { refusal } from '../refusals.ts';

const scheme = /^zoho-oauthtoken\s+/i;

/** What a method of a management endpoint asks of an access token. */
export interface Scope {
  readonly group: ScopeGroup;
  readonly operation: ScopeOperation;
  /** Scopes of the product's former name that do as well (official Power Automate connector, n8n node). */
  readonly older?: readonly string[];
}

/** Judges the Authorization header of a management endpoint; nothing for an access token that may do this. */
export function judgeAccess(
  header: string | undefined,
  { group, operation, older = [] }: Scope,
  oauth: Pick<OAuth, 'token'>,
  now: Date,
): Verdict | undefined {
  const given = header?.trim() ?? '';
  if (!scheme.test(given)) {
    const explanation = 'Managing needs an OAuth access token: “Authorization: Zoho-oauthtoken <token>”.';
    return refusal('invalid-oauth-token', { explanation });
  }
  const token = oauth.token(given.replace(scheme, ''));
  if (token === undefined) {
    const explanation =
      'This access token was not handed out here. Ask POST /oauth/v2/token of this door for one.';
    return refusal('invalid-oauth-token', { explanation });
  }
  if (token.expiresAt <= now.getTime()) {
    const explanation = `The access token expired at ${new Date(token.expiresAt).toISOString()}. Ask for another.`;
    return refusal('invalid-oauth-token', { explanation });
  }
  const wanted = `Zeptomail.${group}.${operation}`;
  const sufficient = [wanted, `Zeptomail.${group}.ALL`, ...older].map((scope) => scope.toLowerCase());
  if (!token.scopes.some((scope) => sufficient.includes(scope.toLowerCase()))) {
    const explanation = `The access token has the scope ${token.scopes.join(', ')}; this needs ${wanted}.`;
    return refusal('missing-scope', { target: 'scope', targetValue: wanted, explanation });
  }
  return undefined;
}
