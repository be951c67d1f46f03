import type { ActivityDetail, ActivityEntry } from '#shared/activity.ts';
import type { Agent, Retention } from '#shared/agent.ts';
import type { TagCount, Tagging } from '#shared/tag.ts';
import type { MessageChange } from '../store/protocol.ts';
import type { Address, MessageDetail, MessagePart, MessageSummary } from '#shared/message.ts';
import type { MessageHeaders, MessageStructure, NestedMessage, PartForm } from '#shared/structure.ts';
import type { ParcelFacts } from '../store/rows.ts';
import type { PartBytes } from './structure/part-content.ts';
import type { PartPlace } from './structure/structures.ts';

/** Some messages: those with these ids, or those of an agent (all agents when left out) that a search finds. */
export type MessageSelection =
  | { readonly ids: readonly string[] }
  | { readonly agentId?: string | undefined; readonly q?: string | undefined };

export interface Page {
  readonly limit: number;
  /** The `next` of the page above. */
  readonly before?: string | undefined;
}

export interface PageOfMessages extends Page {
  /** So many rows further down. */
  readonly offset?: number | undefined;
  /** False: the total is null where every hit would have to be looked at for it. */
  readonly counted?: boolean | undefined;
}

/** A message's HTML and what its `cid:` references point to. */
export interface MessageHtml {
  readonly html: string;
  readonly parts: readonly MessagePart[];
}

export interface HeldParcel {
  readonly summary: MessageSummary;
  readonly facts: ParcelFacts;
  readonly raw: Uint8Array;
  /** Of the API request that it came by. */
  readonly body: Uint8Array | null;
}

export interface PartContent {
  readonly part: MessagePart;
  readonly bytes: Uint8Array;
}

/** What a deletion leaves where it is. */
export interface Keeping {
  readonly keepStarred?: boolean | undefined;
}

/** The side of the road that the control API sees: everything that is held. Reads never wait for writes. */
export interface Archive {
  /** @throws RestanteError `search.invalid` for a search that cannot be read. */
  list(
    selection: { agentId?: string | undefined; q?: string | undefined },
    page: PageOfMessages,
  ): Promise<{ messages: MessageSummary[]; next: string | null; total: number | null }>;
  summary(id: string): Promise<MessageSummary | undefined>;
  /** Whom the envelopes of these messages name, Bcc included, by the messages' ids. */
  recipients(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  detail(id: string): Promise<Omit<MessageDetail, 'previewUrl'> | undefined>;
  /** The ids of a selection, oldest first, as they are at this moment. @throws RestanteError `search.invalid` */
  ids(selection: MessageSelection): Promise<string[]>;
  /** A message as it was handed over, with what lists show of it. */
  parcel(id: string): Promise<HeldParcel | undefined>;
  raw(id: string): Promise<Uint8Array | undefined>;
  html(id: string): Promise<MessageHtml | undefined>;
  part(id: string, n: number): Promise<PartContent | undefined>;
  /** All its attachments and inline parts. */
  parts(id: string): Promise<PartContent[] | undefined>;
  /** The tree of its MIME parts. */
  structure(id: string): Promise<Omit<MessageStructure, 'partViewUrl'> | undefined>;
  partContent(place: PartPlace, form: PartForm): Promise<PartBytes | undefined>;
  /** The header fields of a part, as they were sent. */
  headers(place: PartPlace): Promise<MessageHeaders | undefined>;
  /** The message that a part holds (message/rfc822). */
  nested(place: PartPlace): Promise<NestedMessage | undefined>;
  nestedHtml(place: PartPlace): Promise<MessageHtml | undefined>;
  nestedPart(place: PartPlace, n: number): Promise<PartContent | undefined>;
  /** How many messages there are. */
  count(selection: { agentId?: string | undefined; q?: string | undefined }): Promise<number>;
  /** Marks, stars, tags, notes; resolves with how many are another than before. */
  change(selection: MessageSelection, change: MessageChange): Promise<number>;
  /** Hides them at once and frees the space bit by bit afterwards; resolves with how many went. */
  delete(selection: MessageSelection, keeping?: Keeping): Promise<number>;
  /** The same, but for an hour, and until the road is closed, `takeBack` can undo it; `undo` is null when nothing went. */
  deleteUndoably(
    selection: MessageSelection,
    keeping?: Keeping,
  ): Promise<{ deleted: number; undo: string | null }>;
  /** Undoes a deletion; resolves with how many came back. */
  takeBack(undo: string): Promise<number>;
  /** Removes every message and all activity of an agent. */
  deleteAgent(agentId: string): Promise<void>;
  counts(agentId: string): Agent['counts'];
  /** From now on this agent's messages are kept by this rule. */
  keep(agentId: string, retention: Retention): void;
  /** Every tag that messages of the agent, or of any, have. */
  tags(selection: { agentId?: string | undefined }): Promise<TagCount[]>;
  /** On all messages; false when there is no such tag. */
  renameTag(from: string, to: string): Promise<boolean>;
  deleteTag(tag: string): Promise<boolean>;
  tagging(agentId: string): Promise<Tagging>;
  /** @throws RestanteError `search.invalid` for a rule whose search cannot be read. */
  setTagging(agentId: string, tagging: Tagging): Promise<void>;
  /** Those of the newest messages that have these letters, the most frequent first. */
  addresses(selection: { agentId?: string | undefined; text: string }): Promise<Address[]>;
  listActivity(
    selection: { agentId?: string | undefined },
    page: Page,
  ): Promise<{ activity: ActivityEntry[]; next: string | null }>;
  activity(id: string): Promise<ActivityDetail | undefined>;
  clearActivity(selection: { agentId?: string | undefined }): Promise<void>;
}
