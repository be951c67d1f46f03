import { createHash, timingSafeEqual } from 'node:crypto';
import type { AgentConfig } from '#shared/agent.ts';

/** What became of a client's AUTH. `token-with-prefix`: the token is right but carries the API's `Zoho-enczapikey `. */
export type LoginOutcome = 'accepted' | 'token-with-prefix' | 'unknown-user' | 'wrong-password';

export interface Login {
  readonly user: string;
  readonly outcome: LoginOutcome;
}

type CredentialsOfAgent = Pick<AgentConfig, 'tokens' | 'shortPasswords'>;

const normalUser = 'emailapikey';
const apiPrefix = /^Zoho-enczapikey\s+/i;

/**
 * Judges AUTH credentials as production does (https://www.zoho.com/zeptomail/help/smtp-home.html): the user is
 * `emailapikey`, the From address or a short password's `emailappsmtp...`; the password a token or a short password.
 */
export function judgeCredentials(user: string, password: string, agent: CredentialsOfAgent): Login {
  const short = agent.shortPasswords.find((candidate) => candidate.username === user);
  if (short !== undefined) {
    return { user, outcome: sameSecret(password, short.password) ? 'accepted' : 'wrong-password' };
  }
  if (user !== normalUser && !isAddress(user)) {
    return { user, outcome: 'unknown-user' };
  }
  if (isSecretOf(agent, password)) {
    return { user, outcome: 'accepted' };
  }
  const pasted = apiPrefix.test(password) && isSecretOf(agent, password.replace(apiPrefix, '').trim());
  return { user, outcome: pasted ? 'token-with-prefix' : 'wrong-password' };
}

/** A user name that may be shown: some clients send the token itself as the user. */
export function showableUser(user: string): string {
  return /[A-Za-z0-9+/=]{100,}/.test(user) ? '(a token, not shown)' : user.slice(0, 320);
}

function isAddress(user: string): boolean {
  return /^<?[^\s<>@]+@[^\s<>@]+>?$/.test(user);
}

function isSecretOf(agent: CredentialsOfAgent, password: string): boolean {
  let found = false;
  for (const { token } of agent.tokens) {
    found = sameSecret(password, token) || found;
  }
  for (const short of agent.shortPasswords) {
    found = sameSecret(password, short.password) || found;
  }
  return found;
}

/** Compares in a time that tells nothing, whatever the lengths. */
function sameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
