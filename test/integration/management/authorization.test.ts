import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { OAuthClient } from '#shared/oauth.ts';
import type { AgentMode } from '#shared/agent.ts';
import { codeLifeMs } from '../../../electron/ledger/oauth-grants.ts';
import { accessTokenLimit } from '../../../electron/zeptomail/oauth/grants.ts';
import { ManagedOffice } from '../../support/managed-office.ts';

const callback = 'http://localhost:3000/callback';
const scope = 'Zeptomail.MailAgents.READ,Zeptomail.Domains.READ';

/** A post office with a registered client, and what a web application does with it. */
class ClientApp {
  readonly office: ManagedOffice;
  readonly client: OAuthClient;

  private constructor(office: ManagedOffice, client: OAuthClient) {
    this.office = office;
    this.client = client;
  }

  static async open(mode: AgentMode, redirectUris: string[] = [callback]): Promise<ClientApp> {
    const office = await ManagedOffice.open(mode);
    const made = await office.served.ask('POST', '/api/oauth-clients', {
      name: 'Back & <Office>',
      scopes: ['Zeptomail.email.READ'],
      redirectUris,
    });
    return new ClientApp(office, made.body);
  }

  /** Sends the browser to the authorization page; undefined leaves a parameter out. */
  ask(changes: Readonly<Record<string, string | undefined>> = {}): Promise<Response> {
    return fetch(`${this.office.url}/oauth/v2/auth?${this.#request(changes)}`, { redirect: 'manual' });
  }

  /** Presses a button of the page. */
  decide(
    decision: string,
    changes: Readonly<Record<string, string>> = {},
    origin?: string,
  ): Promise<Response> {
    const body = this.#request(changes);
    body.set('decision', decision);
    const headers = origin === undefined ? {} : { Origin: origin };
    return fetch(`${this.office.url}/oauth/v2/auth`, { method: 'POST', headers, body, redirect: 'manual' });
  }

  async code(changes: Readonly<Record<string, string>> = {}): Promise<string> {
    return redirectOf(await this.decide('accept', changes)).searchParams.get('code') ?? '';
  }

  async exchange(code: string, changes: Readonly<Record<string, string>> = {}) {
    const answer = await this.office.token({
      grant_type: 'authorization_code',
      client_id: this.client.clientId,
      client_secret: this.client.clientSecret,
      redirect_uri: callback,
      code,
      ...changes,
    });
    return answer.body;
  }

  async refresh(refreshToken: string) {
    return (await this.tryRefresh(refreshToken)).body;
  }

  tryRefresh(refreshToken: string) {
    return this.office.token({
      grant_type: 'refresh_token',
      client_id: this.client.clientId,
      client_secret: this.client.clientSecret,
      refresh_token: refreshToken,
    });
  }

  revoke(token: string, path = 'token/revoke'): Promise<Response> {
    return fetch(`${this.office.url}/oauth/v2/${path}?token=${token}`, { method: 'POST' });
  }

  #request(changes: Readonly<Record<string, string | undefined>>): URLSearchParams {
    const wish = {
      response_type: 'code',
      client_id: this.client.clientId,
      redirect_uri: callback,
      scope,
      state: 'a b&c',
      ...changes,
    };
    return new URLSearchParams(
      Object.entries(wish).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
  }
}

function redirectOf(response: Response): URL {
  expect(response.status).toBe(302);
  return new URL(response.headers.get('location') ?? '');
}

test('a strict agent asks the person, who accepts: a code, an access token, what it may, and a refresh token', async () => {
  const app = await ClientApp.open('strict');
  const page = await app.ask({ access_type: 'offline' });
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toContain("form-action 'self' http://localhost:3000");
  const html = await page.text();
  expect(html).toContain('“<bdi>Back &amp; &lt;Office&gt;</bdi>” asks for access');
  expect(html).toContain('<li>Zeptomail.Domains.READ</li>');

  const back = redirectOf(await app.decide('accept', { access_type: 'offline' }));
  expect(`${back.origin}${back.pathname}`).toBe(callback);
  expect([...back.searchParams.keys()]).toEqual(['state', 'code', 'location', 'accounts-server']);
  expect(back.searchParams.get('state')).toBe('a b&c');
  expect(back.searchParams.get('accounts-server')).toBe(app.office.url);
  const token = await app.exchange(back.searchParams.get('code') ?? '');
  expect(token).toMatchObject({
    access_token: expect.stringMatching(/^1000\.[0-9a-f]{32}\.[0-9a-f]{32}$/),
    refresh_token: expect.stringMatching(/^1000\.[0-9a-f]{32}\.[0-9a-f]{32}$/),
    expires_in: 3600,
    token_type: 'Bearer',
    scope: 'Zeptomail.MailAgents.READ Zeptomail.Domains.READ',
  });

  const refreshed = await app.refresh(token.refresh_token);
  expect(refreshed.refresh_token).toBeUndefined();
  for (const { access_token: accessToken } of [token, refreshed]) {
    app.office.authorization = `Zoho-oauthtoken ${accessToken}`;
    expect((await app.office.ask('GET', '/v1.1/agents')).status).toBe(200);
    expect((await app.office.ask('GET', '/v1.1/email')).status).toBe(401);
  }
});

test('who rejects, or comes from a page of somebody else, grants nothing', async () => {
  const app = await ClientApp.open('strict');
  const back = redirectOf(await app.decide('reject'));
  expect(Object.fromEntries(back.searchParams)).toEqual({ state: 'a b&c', error: 'access_denied' });
  expect((await app.decide('accept', {}, 'https://evil.example')).status).toBe(403);
});

test('a relaxed agent sends back at once, unless the client wants the person to be asked', async () => {
  const app = await ClientApp.open('relaxed');
  const back = redirectOf(await app.ask({ state: undefined }));
  expect([...back.searchParams.keys()]).toEqual(['code', 'location', 'accounts-server']);
  const token = await app.exchange(back.searchParams.get('code') ?? '');
  expect(token.refresh_token).toBeUndefined();
  expect((await app.ask({ prompt: 'consent' })).status).toBe(200);
  // A client that nobody registered works as well, on this machine.
  redirectOf(await app.ask({ client_id: 'anybody' }));
  expect((await app.ask({ client_id: 'anybody', redirect_uri: 'https://shop.example/' })).status).toBe(400);
});

test.each([
  ['invalid_client', { client_id: 'nobody' }],
  ['invalid_client', { client_id: undefined }],
  ['invalid_redirect_uri', { redirect_uri: undefined }],
  ['invalid_redirect_uri', { redirect_uri: 'http://localhost:3000/other' }],
  ['invalid_redirect_uri', { redirect_uri: 'https://evil.example/callback' }],
  ['invalid_redirect_uri', { redirect_uri: 'javascript:alert(1)' }],
  ['invalid_response_type', { response_type: 'token' }],
  ['invalid_scope', { scope: undefined }],
  ['invalid_scope', { scope: 'ZohoCRM.modules.ALL' }],
])('%s is told to the person: %o', async (error, changes) => {
  const app = await ClientApp.open('strict');
  const page = await app.ask(changes);
  expect(page.status).toBe(400);
  expect(page.headers.has('location')).toBe(false);
  expect(await page.text()).toContain(`<h1>${error}</h1>`);
});

test('a registered address elsewhere is gone back to; without one, this machine alone', async () => {
  const elsewhere = 'https://shop.example/callback?from=zoho';
  const app = await ClientApp.open('strict', [elsewhere]);
  const back = redirectOf(await app.decide('accept', { redirect_uri: elsewhere }));
  expect(back.href).toMatch(/^https:\/\/shop\.example\/callback\?from=zoho&state=/);
  const free = await ClientApp.open('strict', []);
  redirectOf(await free.decide('accept'));
  expect((await free.ask({ redirect_uri: elsewhere })).status).toBe(400);
});

test('a code is good for once, for two minutes, for its client and its redirect address', async () => {
  const app = await ClientApp.open('strict');
  const code = await app.code();
  expect(await app.exchange(code, { client_secret: 'wrong' })).toEqual({ error: 'invalid_client_secret' });
  expect(await app.exchange(code, { client_id: 'nobody' })).toEqual({ error: 'invalid_client' });
  expect(await app.exchange(code, { redirect_uri: 'http://localhost:1/' })).toEqual({
    error: 'invalid_redirect_uri',
  });
  expect(await app.exchange(code)).toMatchObject({ expires_in: 3600 });
  expect(await app.exchange(code)).toEqual({ error: 'invalid_code' });
  expect(await app.exchange('1000.unknown')).toEqual({ error: 'invalid_code' });

  const { ledger } = app.office.served.postOffice;
  const grant = {
    redirectUri: callback,
    scopes: ['Zeptomail.email.READ'],
    isOffline: false,
    challenge: undefined,
  };
  const past = new Date(Date.now() - codeLifeMs);
  const late = ledger.oauthGrants.addCode({ ...grant, clientId: app.client.clientId }, past);
  expect(await app.exchange(late)).toEqual({ error: 'invalid_code' });
  const others = ledger.oauthGrants.addCode({ ...grant, clientId: 'another' }, new Date());
  expect(await app.exchange(others)).toEqual({ error: 'invalid_code' });
});

test('a relaxed agent exchanges the code of an API console as well, with a refresh token', async () => {
  const app = await ClientApp.open('relaxed');
  expect(await app.exchange('1000.made.elsewhere')).toMatchObject({
    refresh_token: expect.stringMatching(/^1000\./),
    scope: 'Zeptomail.email.READ',
  });
});

test('a client proves with its verifier that it asked for the code, and needs no secret then (RFC 7636)', async () => {
  const app = await ClientApp.open('strict');
  const verifier = 'a-verifier-of-at-least-forty-three-characters';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const code = await app.code({ code_challenge: challenge, code_challenge_method: 'S256' });
  expect(await app.exchange(code)).toEqual({ error: 'invalid_code' });
  expect(await app.exchange(code, { code_verifier: verifier, client_secret: '' })).toMatchObject({
    token_type: 'Bearer',
  });
  const plain = await app.code({ code_challenge: verifier });
  expect(await app.exchange(plain, { code_verifier: `${verifier}!` })).toEqual({ error: 'invalid_code' });
  expect(await app.exchange(plain, { code_verifier: verifier })).toMatchObject({ token_type: 'Bearer' });
});

test('revoking a refresh token ends its access tokens, an access token only itself', async () => {
  const app = await ClientApp.open('strict');
  const { access_token: first, refresh_token: refreshToken } = await app.exchange(
    await app.code({ access_type: 'offline' }),
  );
  const { access_token: second } = await app.refresh(refreshToken);
  async function statusOf(accessToken: string): Promise<number> {
    app.office.authorization = `Zoho-oauthtoken ${accessToken}`;
    return (await app.office.ask('GET', '/v1.1/agents')).status;
  }

  expect(await (await app.revoke(first)).json()).toEqual({ status: 'success' });
  expect([await statusOf(first), await statusOf(second)]).toEqual([401, 200]);
  expect((await app.revoke(refreshToken, 'revoke/token')).status).toBe(200);
  expect(await statusOf(second)).toBe(401);
  expect(await app.refresh(refreshToken)).toEqual({ error: 'invalid_code' });
  expect((await app.revoke(refreshToken)).status).toBe(400);
  expect((await app.revoke('')).status).toBe(400);
});

test('a refresh token comes with the first consent, and again where the client wants the person to be asked', async () => {
  const app = await ClientApp.open('strict');
  const offline = { access_type: 'offline' };
  const { refresh_token: first } = await app.exchange(await app.code(offline));
  expect(first).toMatch(/^1000\./);
  // The person agreed to this already.
  const again = redirectOf(await app.ask(offline)).searchParams.get('code') ?? '';
  expect((await app.exchange(again)).refresh_token).toBeUndefined();
  const insisting = { ...offline, prompt: 'consent' };
  expect((await app.ask(insisting)).status).toBe(200);
  expect((await app.exchange(await app.code(insisting))).refresh_token).toMatch(/^1000\./);

  const more = { ...offline, scope: `${scope},Zeptomail.email.READ` };
  expect((await app.ask(more)).status).toBe(200);
  const { refresh_token: wider } = await app.exchange(await app.code(more));
  expect(wider).toMatch(/^1000\./);
  const relaxed = await ClientApp.open('relaxed');
  await relaxed.exchange(await relaxed.code(offline));
  expect((await relaxed.exchange(await relaxed.code(offline))).refresh_token).toMatch(/^1000\./);
});

test('a strict agent gives a refresh token ten access tokens in ten minutes, a relaxed one says so', async () => {
  const app = await ClientApp.open('strict');
  const { ledger } = app.office.served.postOffice;
  const agesAgo = new Date(Date.now() - accessTokenLimit.ms);
  const refreshToken = ledger.oauthGrants.addRefreshToken(app.client.clientId, ['Zeptomail.email.READ']);
  ledger.oauth.issue(['Zeptomail.email.READ'], agesAgo, refreshToken);
  for (let nth = 1; nth <= accessTokenLimit.count; nth += 1) {
    expect((await app.tryRefresh(refreshToken)).status).toBe(200);
  }
  const refused = await app.tryRefresh(refreshToken);
  expect(refused.status).toBe(400);
  expect(refused.text).toBe(
    '{"error_description":"You have made too many requests continuously. Please try again after some time.","error":"Access Denied","status":"failure"}',
  );
  expect((await app.tryRefresh('another')).status).toBe(200);

  await app.office.served.postOffice.agents.patch(app.office.agent.id, { mode: 'relaxed' });
  expect((await app.tryRefresh(refreshToken)).status).toBe(200);
  const newestVerdicts = async (): Promise<unknown> => {
    const { body } = await app.office.served.ask('GET', '/api/activity?limit=1');
    return (await app.office.served.ask('GET', `/api/activity/${body.activity[0].id}`)).body.verdicts;
  };
  // Earlier requests are recorded a moment after they were answered, too.
  await expect.poll(newestVerdicts).toMatchObject([{ code: 'Access Denied', status: 400 }]);
});

test('a 21st refresh token of a client takes the place of its first', async () => {
  const app = await ClientApp.open('strict');
  const { oauthGrants } = app.office.served.postOffice.ledger;
  const tokens = Array.from({ length: 21 }, () =>
    oauthGrants.addRefreshToken(app.client.clientId, ['Zeptomail.email.READ']),
  );
  expect(await app.refresh(tokens[0] ?? '')).toEqual({ error: 'invalid_code' });
  expect(await app.refresh(tokens[1] ?? '')).toMatchObject({ scope: 'Zeptomail.email.READ' });
});

test('the activity keeps no code', async () => {
  const app = await ClientApp.open('strict');
  const recorded = app.office.served.next('activity.recorded', ({ entry }) => entry.summary.includes('302'));
  const code = await app.code();
  const { entry } = await recorded;
  const kept = await app.office.served.ask('GET', `/api/activity/${entry.id}`);
  const text = JSON.stringify(kept.body);
  expect(text).toContain('Location');
  expect(text).not.toContain(code);
});
