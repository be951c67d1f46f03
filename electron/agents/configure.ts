import {
  type AgentConfig,
  agentColours,
  agentConfigSchema,
  agentLimits,
  type CreateAgent,
  type PatchAgent,
  sandboxMaxAgeDays,
} from '#shared/agent.ts';
import { RestanteError } from '#shared/errors.ts';
import { newAgentKey, newShortPassword, newToken } from './credentials.ts';
import type { ChannelPorts } from './ports.ts';
import { uuidv7 } from '../road/uuid.ts';

/** The configuration of a new agent: what was wished, else the defaults; without a word on tokens one is made. */
export function newAgent(wish: CreateAgent, ports: ChannelPorts, now: Date, position: number): AgentConfig {
  return agentConfigSchema.parse({
    colour: agentColours[position % agentColours.length],
    ...wish,
    id: uuidv7(now.getTime()),
    key: wish.key ?? newAgentKey(),
    channels: {
      smtp: wish.channels?.smtp ?? { port: ports.smtp },
      smtps: wish.channels?.smtps ?? { port: ports.smtps },
      api: wish.channels?.api ?? { port: ports.api },
      apis: wish.channels?.apis ?? { port: ports.apis },
    },
    retention: { ...(wish.sandbox === true ? { maxAgeDays: sandboxMaxAgeDays } : {}), ...wish.retention },
    tracking: wish.tracking ?? {},
    tokens: wish.tokens?.map((given) => ({ ...newToken(now), ...given })) ?? [newToken(now)],
    shortPasswords: (wish.shortPasswords ?? []).map((given) => ({ ...newShortPassword(now), ...given })),
    createdAt: now.toISOString(),
  });
}

/** The configuration after a change; what the wish leaves out stays. @throws RestanteError `agent.sandbox-fixed`. */
export function patched(agent: AgentConfig, wish: PatchAgent): AgentConfig {
  if (wish.sandbox !== undefined && wish.sandbox !== agent.sandbox) {
    throw new RestanteError('agent.sandbox-fixed', {}, { field: 'sandbox' });
  }
  return agentConfigSchema.parse({
    ...agent,
    ...wish,
    channels: { ...agent.channels, ...wish.channels },
    retention: { ...agent.retention, ...wish.retention },
    tracking: { ...agent.tracking, ...wish.tracking },
  });
}

/** @throws RestanteError `agent.name-taken`. Names that differ only in case are the same to a person. */
export function refuseTakenName(
  agent: Pick<AgentConfig, 'id' | 'name'>,
  others: readonly Pick<AgentConfig, 'id' | 'name'>[],
): void {
  const name = agent.name.toLocaleLowerCase('en');
  if (others.some((other) => other.id !== agent.id && other.name.toLocaleLowerCase('en') === name)) {
    throw new RestanteError('agent.name-taken', { name: agent.name }, { field: 'name' });
  }
}

/** @throws RestanteError `agent.limit` when there are as many agents as there may be. */
export function refuseTooMany(agents: readonly unknown[]): void {
  if (agents.length >= agentLimits.agents) {
    throw new RestanteError('agent.limit', { limit: agentLimits.agents });
  }
}

/** @throws RestanteError `agent.sandbox-limit` when a sandbox agent is new and there are as many as there may be. */
export function refuseTooManySandboxes(
  agent: Pick<AgentConfig, 'sandbox'>,
  others: readonly Pick<AgentConfig, 'sandbox'>[],
): void {
  const sandboxes = others.filter((other) => other.sandbox).length;
  if (agent.sandbox && sandboxes >= agentLimits.sandboxAgents) {
    throw new RestanteError(
      'agent.sandbox-limit',
      { limit: agentLimits.sandboxAgents },
      { field: 'sandbox' },
    );
  }
}

/** The agents in another order. @throws RestanteError `agent.order-mismatch`. */
export function reordered(agents: readonly AgentConfig[], ids: readonly string[]): AgentConfig[] {
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  const next = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  if (next.length !== agents.length || ids.length !== agents.length) {
    throw new RestanteError('agent.order-mismatch', {}, { field: 'ids' });
  }
  return next;
}
