import type { ChannelName } from '#shared/agent.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Intake } from '../road/parcel.ts';
import type { SmtpLimits } from './limits.ts';
import type { SmtpAgents } from './smtp-agents.ts';

/** What every session of a door shares. */
export interface DoorContext {
  readonly channel: Extract<ChannelName, 'smtp' | 'smtps'>;
  /** Whose mail it is, by the configuration of the moment. */
  readonly agents: SmtpAgents;
  readonly intake: Intake;
  readonly ledger: Ledger;
  /** Where hits of this agent's tracked mail are taken, `http://127.0.0.1:8081`; null when its API is not open. */
  readonly apiOrigin: (agentId: string) => string | null;
  /** The next id in production's grammar, of a mail for this agent. */
  readonly requestIds: (agentKey: string, kind: string) => string;
  readonly limits: SmtpLimits;
  readonly now: () => Date;
}
