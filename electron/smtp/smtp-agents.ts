import type { AgentConfig } from '#shared/agent.ts';
import { type ChosenAgent, type DoorAgents, onlyAgent } from '../road/door-agents.ts';
import type { Login } from './credentials.ts';

/** What a session has said of itself before MAIL FROM. */
export interface SessionSoFar {
  /** The agent whose credentials it showed and that let it in. */
  readonly loggedInTo: string | null;
  readonly login: Login | null;
}

/** How an SMTP door finds the agent of a session. */
export interface SmtpAgents extends DoorAgents {
  /** The agent of these credentials; null when they are nobody's and the sender may still tell. */
  readonly byLogin: (user: string, password: string) => ChosenAgent | null;
  /** The agent of a message, at its MAIL FROM; null for the empty `<>`. */
  readonly bySender: (mailFrom: string | null, session: SessionSoFar) => ChosenAgent;
}

/** An agent's own door: whatever a client says, it is that agent's. */
export function ownSmtpAgents(agent: () => AgentConfig): SmtpAgents {
  return { ...onlyAgent(agent), byLogin: () => ({ agent: agent() }), bySender: () => ({ agent: agent() }) };
}
