import type { Resource } from '../resource.ts';
import { oauthAuthorization } from './authorize.ts';
import { oauthRevocation } from './revoke.ts';
import { oauthToken } from './token.ts';

/** What Zoho's accounts server answers beside the API, on hosts of its own; here they are one. */
export const oauthPlaces: readonly (readonly [path: string, place: { readonly resource: Resource }])[] = [
  ['/oauth/v2/auth', { resource: oauthAuthorization }],
  ['/oauth/v2/token', { resource: oauthToken }],
  ['/oauth/v2/token/revoke', { resource: oauthRevocation }],
  ['/oauth/v2/revoke/token', { resource: oauthRevocation }],
];
