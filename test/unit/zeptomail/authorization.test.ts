import { describe, expect, test } from 'vitest';
import { judgeAuthorization } from '../../../electron/zeptomail/authorization.ts';
import { agentConfig, authorizationOf } from '../../support/agent-configs.ts';

const agent = agentConfig({
  shortPasswords: [
    { id: 's', username: 'emailappsmtp.a1', password: 'short-pass-1', createdAt: '2026-01-01T00:00:00.000Z' },
  ],
});
const right = authorizationOf(agent);
const token = right.replace('Zoho-enczapikey ', '');

test.each([
  ['the prefix as documented', right],
  ['the prefix in lower case', right.toLowerCase().replace(token.toLowerCase(), token)],
  ['blanks around it', `  ${right} `],
])('a send mail token of the agent is good: %s', (_, header) => {
  expect(judgeAuthorization(header, agent)).toBeUndefined();
});

describe('anything else is SERR_157, and the explanation says what went wrong', () => {
  test.each([
    ['no header', undefined, /no Authorization header/],
    ['an empty header', ' ', /no Authorization header/],
    ['the prefix twice', `Zoho-enczapikey ${right}`, /put in twice/],
    ['no prefix', token, /prefix is missing/],
    ['another scheme', `Bearer ${token}`, /prefix is missing/],
    ['another scheme and token', 'Bearer abc', /does not begin with/],
    ['an OAuth token', 'Zoho-oauthtoken 1000.abc', /OAuth access token/],
    ['an SMTP password', 'Zoho-enczapikey short-pass-1', /SMTP password/],
    ['quotes', `Zoho-enczapikey "${token}"`, /stands in quotes/],
    ['a cut token', `Zoho-enczapikey ${token.slice(0, 100)}`, /this one 100/],
    ['the token of another agent', authorizationOf(agentConfig()), /revoked or rotated, or belongs/],
    ['an agent without tokens', 'Zoho-enczapikey ', /does not begin with|characters/],
  ])('%s', (_, header, explanation) => {
    expect(judgeAuthorization(header, agent)).toMatchObject({
      protocol: 'api',
      status: 401,
      code: 'TM_4001',
      subCode: 'SERR_157',
      message: 'Invalid API Token found',
      explanation: expect.stringMatching(explanation) as string,
    });
  });
});

test('no verdict repeats the secret that was sent', () => {
  const secret = authorizationOf(agentConfig());
  expect(JSON.stringify(judgeAuthorization(secret, agent))).not.toContain(secret.slice(-20));
});
