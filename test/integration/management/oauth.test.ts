import { expect, test } from 'vitest';
import type { ActivityEntry } from '#shared/activity.ts';
import { ManagedOffice } from '../../support/managed-office.ts';

const any = {
  client_id: 'any',
  client_secret: 'secret-of-a-client',
  refresh_token: 'a-refresh-token-of-ours',
};

test('any refresh token or client is given an access token, in the documented shape', async () => {
  const office = await ManagedOffice.open();
  for (const grant of [{ grant_type: 'refresh_token', ...any }, { grant_type: 'client_credentials' }]) {
    const answer = await office.token(grant);
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body)).toEqual([
      'access_token',
      'expires_in',
      'api_domain',
      'token_type',
      'scope',
    ]);
    expect(answer.body).toMatchObject({ expires_in: 3600, api_domain: office.url, token_type: 'Bearer' });
    expect(answer.body.access_token).toMatch(/^1000\.[0-9a-f]{32}\.[0-9a-f]{32}$/);
  }
  const query = new URLSearchParams({ grant_type: 'refresh_token', ...any });
  const response = await fetch(`${office.url}/oauth/v2/token?${query}`, { method: 'POST' });
  expect(await response.json()).toMatchObject({ expires_in: 3600 });
});

test('a grant that lacks its field, or that nobody knows, is refused as Zoho refuses it', async () => {
  const office = await ManagedOffice.open();
  expect((await office.token({ grant_type: 'refresh_token' })).body).toEqual({ error: 'invalid_code' });
  expect((await office.token({ grant_type: 'toString' })).body).toEqual({ error: 'unsupported_grant_type' });
});

test('the activity keeps no secret of a token request', async () => {
  const office = await ManagedOffice.open();
  // A refused one comes last, so that the one before it has surely been kept.
  const recorded = office.served.next('activity.recorded', ({ entry }) => entry.outcome === 'refused');
  const answer = await office.token({ grant_type: 'refresh_token', ...any });
  await office.token({ grant_type: 'unknown', ...any });
  await recorded;
  const list = await office.served.ask('GET', `/api/activity?agent=${office.agent.id}`);
  const kept = await Promise.all(
    list.body.activity.map((entry: ActivityEntry) => office.served.ask('GET', `/api/activity/${entry.id}`)),
  );
  expect(kept).toHaveLength(3);
  const text = JSON.stringify(kept);
  for (const secret of [any.client_secret, any.refresh_token, answer.body.access_token]) {
    expect(text).not.toContain(secret);
  }
});

test('a relaxed agent lets any Authorization pass, and says what a strict one would answer', async () => {
  const office = await ManagedOffice.open('relaxed');
  office.authorization = 'Zoho-oauthtoken of-nobody';
  const recorded = office.served.next('activity.recorded', ({ entry }) => entry.summary.startsWith('GET'));
  expect((await office.ask('GET', '/v1.1/agents')).status).toBe(200);
  const { entry } = await recorded;
  expect(entry.verdicts).toMatchObject([{ subCode: 'SERR_157' }]);
});

test('a strict agent refuses what is no access token, one that has expired, and one without the scope', async () => {
  const office = await ManagedOffice.open('strict', 'Zeptomail.MailAgents.READ');
  expect((await office.ask('GET', '/v1.1/agents')).status).toBe(200);
  expect((await office.ask('POST', '/v1.1/agents', { mailagent_name: 'New' })).body).toMatchObject({
    error: { code: 'TM_4001', details: [{ target_value: 'Zeptomail.MailAgents.CREATE' }] },
  });
  expect((await office.ask('GET', '/v1.1/domains')).status).toBe(401);

  const { ledger } = office.served.postOffice;
  const past = new Date(Date.now() - 2 * 3600 * 1000);
  const expired = ledger.oauth.issue(['Zeptomail.MailAgents.ALL'], past);
  for (const authorization of [
    'Zoho-oauthtoken nobody',
    `Zoho-oauthtoken ${expired.token}`,
    `Zoho-enczapikey ${office.agent.tokens[0]?.token}`,
    '',
  ]) {
    office.authorization = authorization;
    const answer = await office.ask('GET', '/v1.1/agents');
    expect(answer).toMatchObject({
      status: 401,
      body: { error: { code: 'TM_4001', details: [{ code: 'SERR_157' }] } },
    });
  }
});

test('a registered client must bring its secret, and its tokens have its scopes', async () => {
  const office = await ManagedOffice.open();
  const made = await office.served.ask('POST', '/api/oauth-clients', {
    name: 'Backend',
    scopes: ['Zeptomail.Domains.READ'],
  });
  expect(made.status).toBe(201);
  const { id, clientId, clientSecret } = made.body;
  expect((await office.served.ask('GET', '/api/oauth-clients')).body.clients).toEqual([made.body]);

  const wrong = { grant_type: 'client_credentials', client_id: clientId, client_secret: 'wrong' };
  expect((await office.token(wrong)).body).toEqual({ error: 'invalid_client_secret' });
  const right = await office.token({ ...wrong, client_secret: clientSecret });
  expect(right.body.scope).toBe('Zeptomail.Domains.READ');
  office.authorization = `Zoho-oauthtoken ${right.body.access_token}`;
  expect((await office.ask('GET', '/v1.1/domains')).status).toBe(200);
  expect((await office.ask('GET', '/v1.1/agents')).status).toBe(401);

  const twice = { name: 'Again', scopes: ['Zeptomail.email.READ'], clientId };
  expect((await office.served.ask('POST', '/api/oauth-clients', twice)).status).toBe(409);
  expect((await office.served.ask('DELETE', `/api/oauth-clients/${id}`)).status).toBe(204);
  expect((await office.served.ask('DELETE', `/api/oauth-clients/${id}`)).status).toBe(404);
  const badScope = { name: 'Bad', scopes: ['everything'] };
  expect((await office.served.ask('POST', '/api/oauth-clients', badScope)).status).toBe(400);
});
