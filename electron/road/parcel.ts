import type { ActivityDetail } from '#shared/activity.ts';
import type { ChannelName } from '#shared/agent.ts';
import type { Envelope, MessageSummary } from '#shared/message.ts';
import type { Session } from '#shared/session.ts';
import type { Verdict } from '#shared/verdict.ts';

/** What a door hands over: from here on mail by SMTP and mail by the API are the same thing. */
export interface Parcel {
  readonly agentId: string;
  readonly door: ChannelName;
  readonly receivedAt: Date;
  /** Handed over with the parcel: a large one is moved to another thread, and empty here afterwards. */
  readonly raw: Uint8Array;
  readonly envelope: Envelope;
  readonly session: Session;
  readonly verdicts: readonly Verdict[];
  /** What the door knows without reading MIME, shown until the message is indexed. */
  readonly known?: Pick<MessageSummary, 'from' | 'subject'>;
}

/** The side of the road that the doors see. */
export interface Intake {
  /**
   * Resolves once the message is in a committed transaction; only then may the door answer 250 or 201.
   * @throws RestanteError `store.failed`; nothing was kept then.
   */
  accept(parcel: Parcel): Promise<MessageSummary>;
  /** Keeps a session or request in the agent's activity; returns at once and never throws. */
  record(activity: ActivityDetail): void;
}
