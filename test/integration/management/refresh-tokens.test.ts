import { expect, test } from 'vitest';
import { accessTokenLimit } from '../../../electron/zeptomail/oauth/grants.ts';
import { ClientApp, redirectOf, scope } from '../../support/oauth-client-app.ts';

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
