import type { Agent } from '#shared/agent.ts';
import type { AppEvent } from '#shared/events.ts';

/** The agents after what was announced about them; the same array when nothing concerns them. */
export function withAgentEvents(
  agents: readonly Agent[],
  events: readonly (AppEvent | { readonly type: 'connected' })[],
): readonly Agent[] {
  return events.reduce(withAgentEvent, agents);
}

function withAgentEvent(
  agents: readonly Agent[],
  event: AppEvent | { readonly type: 'connected' },
): readonly Agent[] {
  switch (event.type) {
    case 'agent.created':
    case 'agent.changed':
      return withAgent(agents, event.agent);
    case 'agent.counts':
      return agents.map((agent) => (agent.id === event.agentId ? { ...agent, counts: event.counts } : agent));
    case 'agent.deleted':
      return agents.filter((agent) => agent.id !== event.agentId);
    case 'agents.reordered':
      return inOrder(agents, event.ids);
    default:
      return agents;
  }
}

/** The agents with this one's newest state; a new one comes last. */
export function withAgent(agents: readonly Agent[], changed: Agent): readonly Agent[] {
  return agents.some((agent) => agent.id === changed.id)
    ? agents.map((agent) => (agent.id === changed.id ? changed : agent))
    : [...agents, changed];
}

/** The agents in the order of these ids; those not named stay behind them. */
export function inOrder(agents: readonly Agent[], ids: readonly string[]): readonly Agent[] {
  const place = new Map(ids.map((id, at) => [id, at]));
  return agents.toSorted((a, b) => (place.get(a.id) ?? ids.length) - (place.get(b.id) ?? ids.length));
}

/** The ids after one has been moved to another place in the list. */
export function moved(ids: readonly string[], id: string, to: number): readonly string[] {
  const rest = ids.filter((other) => other !== id);
  return rest.toSpliced(Math.max(0, Math.min(rest.length, to)), 0, id);
}
