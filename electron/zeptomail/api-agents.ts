import type { AgentConfig } from '#shared/agent.ts';
import { type ChosenAgent, type DoorAgents, onlyAgent } from '../road/door-agents.ts';
import type { ApiRequest } from './exchange.ts';

/** How an API door finds the agent of a request. */
export interface ApiAgents extends DoorAgents {
  /** By the Authorization header, before the body is read; null when it is nobody's and the body may still tell. */
  readonly byHeader: (authorization: string | undefined) => ChosenAgent | null;
  /** By everything else that the whole request says. */
  readonly byRequest: (request: ApiRequest) => ChosenAgent;
}

/** An agent's own door: whatever a client says, it is that agent's. */
export function ownApiAgents(agent: () => AgentConfig): ApiAgents {
  return { ...onlyAgent(agent), byHeader: () => ({ agent: agent() }), byRequest: () => ({ agent: agent() }) };
}
