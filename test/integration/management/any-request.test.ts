import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ManagedOffice } from '../../support/managed-office.ts';
import { misshaped } from '../../support/zeptomail-shape.ts';

test('whatever is asked of the management endpoints is answered in ZeptoMail’s shapes', async () => {
  const office = await ManagedOffice.open('relaxed');
  const segment = fc.oneof(
    fc.constantFrom(office.agent.key, 'x', '%', '%00', '..%2f', 'constructor', '__proto__', '💌'),
    fc.string({ maxLength: 12 }).map(encodeURIComponent),
  );
  const path = fc.oneof(
    fc.tuple(
      fc.constantFrom('agents', 'mailagents'),
      segment,
      fc.constantFrom('apikeys', 'short-passwords', 'templates'),
      segment,
    ),
    fc.tuple(fc.constantFrom('agents', 'domains', 'suppressions', 'email/email-reference'), segment),
    fc.tuple(fc.constantFrom('agents', 'mailagents'), segment),
    fc.tuple(fc.constantFrom('domains'), segment, fc.constantFrom('verify')),
    fc.tuple(fc.constantFrom('mail-logs', 'activity-logs', 'suppression-list'), fc.constantFrom('exports')),
    fc.tuple(
      fc.constantFrom('mail-logs', 'activity-logs', 'suppression-list'),
      fc.constantFrom('exports'),
      segment,
      fc.constantFrom('download'),
    ),
    fc.constantFrom(
      ['agents'],
      ['domains'],
      ['suppressions', 'email'],
      ['suppressions', 'domain'],
      ['email'],
    ),
  );
  const fields = fc.constantFrom(
    'mailagent_name',
    'description',
    'domain_name',
    'sub_domain_prefix',
    'mailagent_keys',
    'associate_mailagents',
    'action',
    'values',
    'template_name',
    'subject',
    'htmlbody',
    'textbody',
    'template_alias',
    'mailagent_key',
    'search_query',
    'is_content_included',
    'new_domain',
    'new_sub_domain_prefix',
    'unassociate_mailagents',
  );
  const body = fc.oneof(
    fc
      .dictionary(fields, fc.oneof(fc.jsonValue(), fc.string(), fc.array(fc.string())))
      .map((o) => JSON.stringify(o)),
    fc.json(),
    fc.string(),
  );
  const query = fc.dictionary(
    fc.constantFrom(
      'offset',
      'limit',
      'date_from',
      'search_value',
      'mailagent_key',
      'request_id',
      'is_hb',
      'export_ids',
    ),
    fc.string({ maxLength: 10 }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'PUT', 'DELETE', 'POST'),
      path,
      query,
      body,
      async (method, parts, parameters, sent) => {
        const target = `/v1.1/${parts.join('/')}?${new URLSearchParams(parameters)}`;
        // An agent is started for each POST that makes one; enough are made elsewhere.
        const isNewAgent = method === 'POST' && /^\/v1\.1\/(?:mail)?agents\/?\?/.test(target);
        const isSend = method === 'POST' && target.startsWith('/v1.1/email?');
        fc.pre(!isNewAgent && !isSend);
        const answer = await office.ask(method, target, method === 'GET' ? undefined : sent);
        expect(misshaped('management', { status: answer.status, body: answer.text })).toBeUndefined();
      },
    ),
    { numRuns: 250 },
  );
});

test('and so is whatever is asked of the accounts server and of version 1.0', async () => {
  const office = await ManagedOffice.open('relaxed');
  const names = fc.constantFrom(
    'grant_type',
    'client_id',
    'client_secret',
    'refresh_token',
    'code',
    'code_verifier',
    'redirect_uri',
    'scope',
    'token',
    'mailagent',
    'from_time',
    'to_time',
  );
  const known = fc.constantFrom(
    'refresh_token',
    'authorization_code',
    'client_credentials',
    'shop',
    'http://localhost/',
  );
  const fields = fc.dictionary(names, fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), known));
  const path = fc.constantFrom(
    '/oauth/v2/token',
    '/oauth/v2/token/revoke',
    '/v1.0/email',
    '/v1.0/stats/email',
    '/portal/v1.0/mailagents',
    `/portal/v1.0/mailagents/${office.agent.key}/bounce-address`,
    `/portal/v1.0/mailagents/${office.agent.key}/template`,
    `/portal/v1.0/domains/mailagents/${office.agent.key}`,
  );
  await fc.assert(
    fc.asyncProperty(path, fields, async (at, given) => {
      const form = new URLSearchParams(
        Object.entries(given).map(([name, value]) => [name, value.toWellFormed()]),
      );
      const isAccounts = at.startsWith('/oauth/');
      const { status, text } = await office.ask(isAccounts ? 'POST' : 'GET', `${at}?${form}`);
      expect(misshaped(isAccounts ? 'accounts' : 'management', { status, body: text })).toBeUndefined();
    }),
    { numRuns: 150 },
  );
});
