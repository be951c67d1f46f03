import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ManagedOffice } from '../../support/managed-office.ts';

test('whatever is asked of the management endpoints, no answer is a failure of ours', async () => {
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
  );
  const body = fc.oneof(
    fc
      .dictionary(fields, fc.oneof(fc.jsonValue(), fc.string(), fc.array(fc.string())))
      .map((o) => JSON.stringify(o)),
    fc.json(),
    fc.string(),
  );
  const query = fc.dictionary(
    fc.constantFrom('offset', 'limit', 'date_from', 'search_value', 'mailagent_key', 'request_id', 'is_hb'),
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
        expect(answer.status).toBeLessThan(500);
      },
    ),
    { numRuns: 150 },
  );
});
