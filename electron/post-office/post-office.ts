import type { AgentOffice } from '../agents/agent-office.ts';
import type { GatewayOffice } from '../gateway/gateway.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Announcer } from '../road/announcer.ts';
import type { Archive } from '../road/archive.ts';
import type { Filing } from '../road/parcel.ts';
import type { OutcomeScript } from '../road/outcome-script.ts';
import type { Outcomes } from '../road/outcomes.ts';
import type { Authority } from '../tls/authority.ts';
import type { WebhookOffice } from '../webhooks/webhook-office.ts';
import type { Notices } from './notices.ts';

/** Everything that runs behind the control API. */
export interface PostOffice {
  readonly agents: AgentOffice;
  /** One SMTP server and one API for all agents. */
  readonly gateway: GatewayOffice;
  readonly archive: Archive;
  /** Takes in mail that comes by no door. */
  readonly filing: Filing;
  /** Templates, suppressions, outcomes and the like: what belongs to the agents beside their mail. */
  readonly ledger: Ledger;
  readonly webhooks: WebhookOffice;
  /** Plays what happens to a held message’s recipients. */
  readonly outcomes: Outcomes;
  /** What is played by itself: magic addresses and the agents’ rules. */
  readonly outcomeScript: OutcomeScript;
  readonly announcer: Announcer;
  readonly authority: Authority;
  readonly notices: Notices;
  readonly dataFolder: string;
  /** Closes everything in reverse order, bounded in time. Idempotent. */
  close(): Promise<void>;
}
