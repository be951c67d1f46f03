import { timingSafeEqual } from 'node:crypto';
import type { AgentConfig } from '#shared/agent.ts';
import type { Verdict } from '#shared/verdict.ts';
import { refusal } from './refusals.ts';

type Credentials = Pick<AgentConfig, 'tokens' | 'shortPasswords' | 'name'>;

const scheme = /^zoho-enczapikey\s+/i;

/**
 * Judges the Authorization header of a sending endpoint: nothing for a send mail token of this agent, else
 * production's SERR_157 with what is wrong with it.
 */
export function judgeAuthorization(header: string | undefined, agent: Credentials): Verdict | undefined {
  const given = header?.trim() ?? '';
  if (scheme.test(given) && isToken(given.replace(scheme, ''), agent)) {
    return undefined;
  }
  return refusal('invalid-token', { explanation: whyNot(given, agent) });
}

/** Whether an Authorization header carries a secret of this agent, however wrongly it is written down. */
export function carriesSecretOf(agent: Credentials, header: string | undefined): boolean {
  const secret = (header?.trim().split(/\s+/).at(-1) ?? '').replace(/^["'<]+|["'>]+$/g, '');
  return isToken(secret, agent) || agent.shortPasswords.some(({ password }) => isSame(password, secret));
}

function whyNot(given: string, agent: Credentials): string {
  if (given === '') {
    return 'The request has no Authorization header. Send “Authorization: Zoho-enczapikey <send mail token>”.';
  }
  if (/^zoho-oauthtoken\b/i.test(given)) {
    return 'This is an OAuth access token. Mail is sent with a send mail token: “Zoho-enczapikey <token>”.';
  }
  if (!scheme.test(given)) {
    return isToken(given.replace(/^bearer\s+/i, ''), agent)
      ? 'The token is right, but its prefix is missing: write “Zoho-enczapikey ” before it.'
      : 'The Authorization header does not begin with “Zoho-enczapikey ”. Copy the token with its prefix.';
  }
  const token = given.replace(scheme, '');
  if (scheme.test(token)) {
    return 'The prefix “Zoho-enczapikey” was put in twice: the copied token brings it along already.';
  }
  if (agent.shortPasswords.some(({ password }) => isSame(password, token))) {
    return 'This is an SMTP password of the agent. The API wants its send mail token.';
  }
  const bare = token.replace(/^["'<]+|["'>]+$/g, '');
  if (bare !== token && isToken(bare, agent)) {
    return 'The token is right, but it stands in quotes or brackets: leave these out.';
  }
  return token.length === 144
    ? `The token is not one of “${agent.name}”: it was revoked or rotated, or belongs to another agent.`
    : `A send mail token has 144 characters, this one ${token.length}: it was cut, or is something else.`;
}

function isToken(given: string, agent: Credentials): boolean {
  return agent.tokens.some(({ token }) => isSame(token, given));
}

function isSame(expected: string, given: string): boolean {
  const a = Buffer.from(expected);
  const b = Buffer.from(given);
  return a.length === b.length && timingSafeEqual(a, b);
}
