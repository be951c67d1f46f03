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
const rest = {
  expires_in: 3600,
  api_domain: '<web address>',
  token_type: 'Bearer',
  scope: '<text>',
} as const;
const answer = { access_token: '<access token>', ...rest } as const;

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

const exchanging = {
  grant_type: 'authorization_code',
  client_id: '{client}',
  client_secret: '{secret}',
  redirect_uri: '{redirect}',
  code: '{code}',
} as const;

/** With the codes that the table of /oauth/v2/auth was given. */
const exchanges: readonly Row[] = [
  posted(
    'a code and another redirect address',
    { ...exchanging, redirect_uri: 'https://shop.example/other' },
    { evidence: 'A', status: 200, answer: { error: 'invalid_redirect_uri' }, oursAlone: true },
  ),
  posted('a code', exchanging, {
    evidence: 'D',
    status: 200,
    answer,
    oursAlone: true,
  }),
  posted('a code that was used', exchanging, {
    evidence: 'D',
    status: 200,
    answer: { error: 'invalid_code' },
    oursAlone: true,
  }),
  posted(
    'a code of a client that wants to work offline',
    { ...exchanging, code: '{offline}' },
    {
      evidence: 'D',
      status: 200,
      answer: { access_token: '<access token>', refresh_token: '<access token>', ...rest },
      gives: { granted: 'refresh_token' },
      oursAlone: true,
    },
  ),
  posted(
    'a code that nobody handed out',
    { ...exchanging, code: '1000.unknown' },
    { evidence: 'D', status: 200, answer: { error: 'invalid_code' } },
  ),
  posted(
    'no code',
    { ...exchanging, code: '' },
    { evidence: 'D', status: 200, answer: { error: 'invalid_code' } },
  ),
  posted(
    'a client that nobody registered',
    { ...exchanging, client_id: '1000.UNKNOWN', code: '1000.unknown' },
    { evidence: 'D', status: 200, answer: { error: 'invalid_client' } },
  ),
];

function revoked(title: string, token: string, status: number, told: object): Row {
  return {
    title,
    evidence: status === 200 ? 'D' : 'A',
    request: { path: `/oauth/v2/token/revoke?token=${token}`, headers: { Authorization: '' } },
    status,
    answer: told,
    oursAlone: true,
  };
}

/** That a wrong one is answered with 400 is documented, what its body says is not. */
const revocations: readonly Row[] = [
  revoked('a refresh token', '{granted}', 200, { status: 'success' }),
  posted(
    'which is good for nothing any more',
    { ...refreshing, refresh_token: '{granted}' },
    { evidence: 'D', status: 200, answer: { error: 'invalid_code' }, oursAlone: true },
  ),
  revoked('a refresh token that was revoked', '{granted}', 400, { error: 'invalid_token' }),
  revoked('no token', '', 400, { error: 'invalid_token' }),
];

/** https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html and the pages around it. */
export const tokenTables: readonly Table[] = [
  [`POST ${path}`, [...rows, ...exchanges]],
  [`POST ${path}/revoke`, revocations],
];
