import { describe, expect, test } from 'vitest';
import { judgeCredentials, showableUser } from '../../../electron/smtp/credentials.ts';
import { agentConfig } from '../../support/agent-configs.ts';

const agent = agentConfig({
  shortPasswords: [
    {
      id: 's',
      username: 'emailappsmtp.abc',
      password: 'short-secret',
      createdAt: '2026-01-01T00:00:00.000Z',
    },
  ],
});
const token = agent.tokens[0]?.token ?? '';

describe('credentials', () => {
  test.each([
    ['emailapikey', token, 'accepted'],
    ['a@shop.test', token, 'accepted'],
    ['a@shop.test', 'short-secret', 'accepted'],
    ['emailapikey', 'short-secret', 'accepted'],
    ['emailappsmtp.abc', 'short-secret', 'accepted'],
    ['emailappsmtp.abc', token, 'wrong-password'],
    ['emailappsmtp.other', 'short-secret', 'unknown-user'],
    ['somebody', token, 'unknown-user'],
    ['emailapikey', '', 'wrong-password'],
    ['emailapikey', token.slice(1), 'wrong-password'],
    ['emailapikey', `Zoho-enczapikey ${token}`, 'token-with-prefix'],
    ['emailapikey', `zoho-enczapikey  ${token}`, 'token-with-prefix'],
    ['emailapikey', 'Zoho-enczapikey wrong', 'wrong-password'],
  ])('of %s are judged', (user, password, outcome) => {
    expect(judgeCredentials(user, password, agent)).toEqual({ user, outcome });
  });

  test('that no token can match when the agent has none are refused', () => {
    expect(judgeCredentials('emailapikey', '', { tokens: [], shortPasswords: [] }).outcome).toBe(
      'wrong-password',
    );
  });

  test('a token that was given as the user name is not shown', () => {
    expect(showableUser(token)).not.toContain(token.slice(0, 10));
    expect(showableUser('emailapikey')).toBe('emailapikey');
  });
});
