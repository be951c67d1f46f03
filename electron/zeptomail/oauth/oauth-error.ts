import type { Verdict } from '#shared/verdict.ts';

/** The words in which Zoho's accounts server refuses (https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html). */
export type OAuthErrorCode =
  | 'Access Denied'
  | 'invalid_client'
  | 'invalid_client_secret'
  | 'invalid_code'
  | 'invalid_redirect_uri'
  | 'invalid_response_type'
  | 'invalid_scope'
  | 'invalid_token'
  | 'unsupported_grant_type';

/** A refusal of the OAuth endpoints; the explanation says in our own words what is wrong. */
export interface OAuthError {
  readonly error: OAuthErrorCode;
  readonly explanation: string;
  /** What the answer says beside the error. */
  readonly description?: string;
}

export function oauthError(error: OAuthErrorCode, explanation: string): OAuthError {
  return { error, explanation };
}

/** What the activity keeps of it. */
export function oauthVerdict({ error, explanation }: OAuthError, status: number): Verdict {
  return { protocol: 'api', status, code: error, message: error, explanation };
}
