import { randomBytes, randomInt } from 'node:crypto';
import { type AgentConfig, agentLimits, type SendMailToken, type ShortPassword } from '#shared/agent.ts';
import { RestanteError } from '#shared/errors.ts';

/** Sixteen hex digits: the agent's alias, as in production's `mailagent_key`. */
export function newAgentKey(): string {
  return randomBytes(8).toString('hex');
}

/** 144 base64 characters of a cryptographic generator, no padding. */
export function newToken(now: Date, id = newId()): SendMailToken {
  return { id, token: randomBytes(108).toString('base64'), createdAt: now.toISOString() };
}

/** Twelve letters and digits, about 71 bits; the user name is new too. */
export function newShortPassword(now: Date, id = newId()): ShortPassword {
  const username = `emailappsmtp.${randomBytes(8).toString('hex')}`;
  return { id, username, password: randomText(12), createdAt: now.toISOString() };
}

/** @throws RestanteError `token.limit`. */
export function withToken(agent: AgentConfig, token: SendMailToken): AgentConfig {
  if (agent.tokens.length >= agentLimits.tokens) {
    throw new RestanteError('token.limit', { limit: agentLimits.tokens });
  }
  return { ...agent, tokens: [...agent.tokens, token] };
}

/** The token of this id is replaced by another, or by none. @throws RestanteError `token.not-found`. */
export function replaceToken(agent: AgentConfig, id: string, by: SendMailToken | undefined): AgentConfig {
  if (!agent.tokens.some((token) => token.id === id)) {
    throw new RestanteError('token.not-found', { id });
  }
  return { ...agent, tokens: replaced(agent.tokens, id, by) };
}

/** @throws RestanteError `short-password.limit`. */
export function withShortPassword(agent: AgentConfig, shortPassword: ShortPassword): AgentConfig {
  if (agent.shortPasswords.length >= agentLimits.shortPasswords) {
    throw new RestanteError('short-password.limit', { limit: agentLimits.shortPasswords });
  }
  return { ...agent, shortPasswords: [...agent.shortPasswords, shortPassword] };
}

/** The password of this id, under its old user name, is replaced, or removed. @throws RestanteError `short-password.not-found`. */
export function replaceShortPassword(
  agent: AgentConfig,
  id: string,
  by: ShortPassword | undefined,
): AgentConfig {
  const old = agent.shortPasswords.find((shortPassword) => shortPassword.id === id);
  if (old === undefined) {
    throw new RestanteError('short-password.not-found', { id });
  }
  const next = by && { ...by, username: old.username };
  return { ...agent, shortPasswords: replaced(agent.shortPasswords, id, next) };
}

/**
 * By its key, a token or a short password's user name an agent is known: none may be another's, or there twice.
 * @throws RestanteError `agent.credential-taken`, with the field
 */
export function refuseTakenCredentials(agent: AgentConfig, others: readonly AgentConfig[]): void {
  const owners = new Map<string, string>();
  for (const other of others.filter(({ id }) => id !== agent.id)) {
    for (const { value } of knownBy(other)) {
      owners.set(value, `“${other.name}”`);
    }
  }
  for (const { field, value } of knownBy(agent)) {
    const owner = owners.get(value);
    if (owner !== undefined) {
      throw new RestanteError('agent.credential-taken', { owner }, { field });
    }
    owners.set(value, 'this agent itself');
  }
}

function knownBy(agent: AgentConfig): { readonly field: string; readonly value: string }[] {
  return [
    { field: 'key', value: agent.key },
    ...agent.tokens.flatMap(({ id, token }, n) => [
      { field: `tokens.${n}.token`, value: token },
      // Ids need to be unique within their agent only.
      { field: `tokens.${n}.id`, value: `${agent.id} token ${id}` },
    ]),
    ...agent.shortPasswords.flatMap(({ id, username }, n) => [
      { field: `shortPasswords.${n}.username`, value: username },
      { field: `shortPasswords.${n}.id`, value: `${agent.id} short password ${id}` },
    ]),
  ];
}

function replaced<T extends { readonly id: string }>(all: readonly T[], id: string, by: T | undefined): T[] {
  return all.flatMap((one) => (one.id === id ? (by ?? []) : one));
}

function newId(): string {
  return randomBytes(8).toString('hex');
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function randomText(length: number): string {
  return Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('');
}
