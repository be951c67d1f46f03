import type { Row, Table } from '../../row.ts';

const path = '/oauth/v2/token';

function posted(
  title: string,
  fields: Readonly<Record<string, string>>,
  rest: Omit<Row, 'title' | 'request'>,
): Row {
  return {
    title,
    request: { path, headers: { Authorization: '' }, body: new URLSearchParams(fields) },
    ...rest,
  };
}

const refreshing = {
  grant_type: 'refresh_token',
  client_id: '{client}',
  client_secret: '{secret}',
  refresh_token: '{refresh}',
} as const;

/** Read in npm zeptomail 8.0.1, which types four keys; `scope` is the accounts server's own documentation. */
const answer = {
  access_token: '<access token>',
  expires_in: 3600,
  api_domain: '<web address>',
  token_type: 'Bearer',
  scope: '<text>',
} as const;

function query(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

const rows: readonly Row[] = [
  posted('a refresh token', refreshing, { evidence: 'C', status: 200, answer }),
  {
    title: 'a refresh token in the query',
    evidence: 'D',
    request: { path: `${path}?${query(refreshing)}`, headers: { Authorization: '' } },
    status: 200,
    answer,
  },
  posted(
    'no refresh token',
    { ...refreshing, refresh_token: '' },
    {
      evidence: 'D',
      status: 200,
      answer: { error: 'invalid_code' },
    },
  ),
  posted(
    'another secret',
    { ...refreshing, client_secret: 'another' },
    {
      evidence: 'D',
      status: 200,
      answer: { error: 'invalid_client_secret' },
    },
  ),
  posted(
    'a kind of grant that nobody knows',
    { ...refreshing, grant_type: 'password' },
    {
      evidence: 'D',
      status: 200,
      answer: { error: 'unsupported_grant_type' },
    },
  ),
  posted(
    'no kind of grant',
    { ...refreshing, grant_type: '' },
    {
      evidence: 'A',
      status: 200,
      answer: { error: 'unsupported_grant_type' },
    },
  ),
  {
    title: 'a method that it does not answer',
    evidence: 'A',
    request: { method: 'PUT', path, headers: { Authorization: '' }, body: '' },
    status: 405,
  },
];

/** https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html */
export const tokenTables: readonly Table[] = [[`POST ${path}`, rows]];
