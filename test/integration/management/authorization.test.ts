import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { codeLifeMs } from '../../../electron/ledger/oauth-grants.ts';
import { callback, ClientApp, redirectOf } from '../../support/oauth-client-app.ts';

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
