import { randomBytes, randomUUID } from 'node:crypto';
import { type AgentConfig, agentConfigSchema } from '#shared/agent.ts';

/** An agent as agents.json would hold it, with one token; every port is 0. */
export function agentConfig(changes: Partial<AgentConfig> = {}): AgentConfig {
  const port = { port: 0 };
  return agentConfigSchema.parse({
    id: randomUUID(),
    key: randomBytes(8).toString('hex'),
    name: 'Shop',
    channels: { smtp: port, smtps: port, api: port, apis: port },
    tokens: [
      { id: 'first', token: randomBytes(108).toString('base64'), createdAt: '2026-01-01T00:00:00.000Z' },
    ],
    createdAt: '2026-01-01T00:00:00.000Z',
    ...changes,
  });
}

/** The Authorization header that an application sends for this agent. */
export function authorizationOf(agent: AgentConfig): string {
  return `Zoho-enczapikey ${agent.tokens[0]?.token ?? ''}`;
}
