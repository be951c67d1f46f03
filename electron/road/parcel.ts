import type { ActivityEntry } from '#shared/activity.ts';
import type { Envelope, MessageDoor, MessageSummary, Sending } from '#shared/message.ts';
import type { Verdict } from '#shared/verdict.ts';
import type { KeptSession } from '../store/kept-session.ts';

/** What a door hands over: from here on mail by SMTP and mail by the API are the same thing. */
export interface Parcel {
  readonly agentId: string;
  readonly door: MessageDoor;
  readonly receivedAt: Date;
  /** Handed over with the parcel: a large one is moved to another thread, and empty here afterwards. */
  readonly raw: Uint8Array;
  readonly envelope: Envelope;
  readonly session: KeptSession;
  readonly verdicts: readonly Verdict[];
  readonly sending?: Sending;
  /** What the door knows without reading MIME, shown until the message is indexed. */
  readonly known?: Pick<MessageSummary, 'from' | 'subject'>;
}

/** The side of the road for mail that was held before: out of files, by no door. */
export interface Filing {
  /**
   * Keeps a message as `accept` does and announces nothing, so that no webhook fires and no outcome is played.
   * Resolves with its id once it is committed.
   * @throws RestanteError `store.failed`
   */
  file(parcel: Parcel): Promise<string>;
}

/** A session or request as a door hands it over. */
export type KeptActivity = ActivityEntry & { readonly session: KeptSession };

/** The side of the road that the doors see. */
export interface Intake {
  /**
   * Resolves once the message is in a committed transaction; only then may the door answer 250 or 201.
   * @throws RestanteError `store.failed`; nothing was kept then.
   */
  accept(parcel: Parcel): Promise<MessageSummary>;
  /** Keeps a session or request in the agent's activity; returns at once and never throws. */
  record(activity: KeptActivity): void;
}
