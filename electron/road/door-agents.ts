import type { AgentConfig } from '#shared/agent.ts';
import type { Verdict } from '#shared/verdict.ts';
import type { Intake, KeptActivity } from './parcel.ts';

/** Whose a session or request is: an agent's, perhaps of one that does not take it; or nobody's, with the reason. */
export type ChosenAgent =
  | { readonly agent: AgentConfig; readonly refusal?: undefined }
  | { readonly agent: AgentConfig | null; readonly refusal: Verdict };

/** A session or request of which nobody knows whose it is. */
export type UnclaimedActivity = Omit<KeptActivity, 'agentId'>;

/** What a door goes by while it does not know its client's agent. */
export type DoorManner = Pick<AgentConfig, 'mode' | 'maxMessageBytes'>;

/** The agents of a door: an agent's own door has one, the gateway has them all and learns from the client which. */
export interface DoorAgents {
  /** The one agent of this door, as configured at this moment; null where the client must say whose it is. */
  readonly own: () => AgentConfig | null;
  readonly manner: () => DoorManner;
  /** Keeps what came to no agent; called only where `own` may be null. */
  readonly recordUnclaimed: (activity: UnclaimedActivity) => void;
}

/** Keeps a session or request where it belongs: in its agent's activity, or with what came to nobody. */
export function recordActivity(
  activity: UnclaimedActivity,
  agent: AgentConfig | null,
  door: { readonly agents: DoorAgents; readonly intake: Pick<Intake, 'record'> },
): void {
  if (agent === null) {
    door.agents.recordUnclaimed(activity);
  } else {
    door.intake.record({ ...activity, agentId: agent.id });
  }
}

/** What an agent's own door goes by: everything is that agent's. */
export function onlyAgent(agent: () => AgentConfig): DoorAgents {
  return { own: agent, manner: agent, recordUnclaimed: () => undefined };
}
