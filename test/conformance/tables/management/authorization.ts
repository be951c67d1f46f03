import type { Row, Table } from '../../row.ts';

const path = '/oauth/v2/auth';
const wish = {
  response_type: 'code',
  client_id: '{client}',
  scope: 'Zeptomail.MailAgents.READ,Zeptomail.email.READ',
  redirect_uri: '{redirect}',
} as const;
const page = { 'content-type': 'text/html; charset=utf-8' } as const;

function query(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function asked(title: string, changes: Readonly<Record<string, string>>, status: number): Row {
  return {
    title,
    evidence: status === 200 ? 'D' : 'A',
    request: {
      method: 'GET',
      path: `${path}?${query({ ...wish, ...changes })}`,
      headers: { Authorization: '' },
    },
    status,
    answerHeaders: page,
    oursAlone: true,
  };
}

function decided(
  title: string,
  fields: Readonly<Record<string, string>>,
  location: string,
  gives: Row['gives'] = {},
): Row {
  return {
    title,
    evidence: 'D',
    request: { path, headers: { Authorization: '' }, body: new URLSearchParams({ ...wish, ...fields }) },
    status: 302,
    answerHeaders: { location },
    gives,
    oursAlone: true,
  };
}

/** https://www.zoho.com/accounts/protocol/oauth/web-apps/authorization.html; how a page posts a decision is everybody's own. */
const rows: readonly Row[] = [
  asked('the page of consent', {}, 200),
  asked('the page of consent, insisted on', { prompt: 'consent', access_type: 'offline' }, 200),
  decided(
    'accepted',
    { decision: 'accept', state: 'xyz' },
    '{redirect}?state=xyz&code=<access token>&location=us&accounts-server=<text>',
    { code: 'header:location?code' },
  ),
  decided(
    'accepted, to work offline',
    { decision: 'accept', access_type: 'offline' },
    '{redirect}?code=<access token>&location=us&accounts-server=<text>',
    { offline: 'header:location?code' },
  ),
  decided('rejected', { decision: 'reject' }, '{redirect}?error=access_denied'),
  asked('a client that nobody registered', { client_id: '1000.UNKNOWN' }, 400),
  asked('a redirect address that is not the client’s', { redirect_uri: 'https://evil.example/' }, 400),
  asked('another type of response', { response_type: 'token' }, 400),
  asked('a scope that is none', { scope: 'everything' }, 400),
  asked('no scope', { scope: '' }, 400),
];

export const authorizationTables: readonly Table[] = [[`GET ${path}`, rows]];
