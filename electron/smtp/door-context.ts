import type { AgentConfig, ChannelName } from '#shared/agent.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Intake } from '../road/parcel.ts';
import type { SmtpLimits } from './limits.ts';

/** What every session of a door shares. */
export interface DoorContext {
  readonly channel: Extract<ChannelName, 'smtp' | 'smtps'>;
  /** The agent's configuration of the moment. */
  readonly agent: () => AgentConfig;
  readonly intake: Intake;
  readonly ledger: Ledger;
  readonly limits: SmtpLimits;
  readonly now: () => Date;
}
