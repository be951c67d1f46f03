import type { MessagePort } from 'node:worker_threads';
import type { ErrorCode, ErrorDetails } from '#shared/errors.ts';
import type { Retention } from '#shared/agent.ts';
import type { MessageSummary } from '#shared/message.ts';
import type { Search } from '#shared/search/search.ts';
import type { StoreWarning } from './database.ts';
import type { PackedBytes } from './packed-bytes.ts';
import type { KeptTagging } from './tagging.ts';

/** Some messages: those with these ids, or those of an agent (all agents when left out) that a search finds. */
export type Selection =
  | { readonly ids: readonly string[] }
  | { readonly agentId?: string | undefined; readonly search?: Search | undefined };

/** What a message is to be from now on; what is left out stays. */
export interface MessageChange {
  readonly read?: boolean | undefined;
  readonly starred?: boolean | undefined;
  /** Empty or null: none. */
  readonly note?: string | null | undefined;
  /** All of its tags. */
  readonly tags?: readonly string[] | undefined;
  readonly addTags?: readonly string[] | undefined;
  readonly removeTags?: readonly string[] | undefined;
}

/** Makes a deletion one that can be taken back. */
export interface Undo {
  /** Names the deletion. */
  readonly undo: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A message as the writer inserts it; its bytes and those of its request travel beside it, packed with its batch. */
export interface HeldRow {
  readonly id: string;
  readonly agentId: string;
  readonly door: string;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
  readonly fromAddress: string | null;
  readonly fromName: string;
  /** See `packAddresses`. */
  readonly recipients: string;
  readonly subject: string;
  readonly verdictCount: number;
  /** `ParcelFacts` as JSON. */
  readonly facts: string;
  /** Bytes of the raw message. */
  readonly size: number;
}

/** The raw message, and the body of the request that it came with; null when it came by SMTP. */
export interface HeldBytes {
  readonly raw: Uint8Array;
  readonly body: Uint8Array | null;
}

/**
 * Raise it when more is found in messages than before: those read with a lower one are read again, in the background.
 * 1: codes. 2: a field of the search for each field of the message. 3: codes that are only called “code”.
 */
export const readingVersion = 3;

/** A message as the full-text index takes it: see `searchable`. */
export interface SearchFields {
  readonly sender: string;
  readonly receiver: string;
  readonly cc: string;
  readonly bcc: string;
  readonly replyTo: string;
  readonly envelope: string;
  readonly subject: string;
  readonly messageId: string;
  readonly filenames: string;
  readonly links: string;
  readonly verdicts: string;
  readonly text: string;
}

/** Tags that a message brings along. */
export interface FoundTags {
  /** Of the header X-Tags. */
  readonly header: readonly string[];
  /** Of recipients like `jane+tag@example.com`. */
  readonly addresses: readonly string[];
}

/** What the indexer found out about a message. */
export interface IndexRow {
  readonly seq: number;
  /** It had been indexed already, by an earlier reading. */
  readonly again: boolean;
  readonly failed: boolean;
  readonly fromAddress: string | null;
  readonly fromName: string;
  readonly recipients: string;
  readonly subject: string;
  readonly snippet: string;
  readonly code: string | null;
  readonly attachmentCount: number;
  readonly inlineCount: number;
  readonly linkCount: number;
  readonly hasHtml: boolean;
  readonly hasText: boolean;
  readonly tags: FoundTags;
  readonly search: SearchFields;
}

export interface ActivityRow {
  readonly id: string;
  readonly agentId: string;
  /** `ActivityEntry` and its session as JSON. */
  readonly entry: string;
  readonly session: string;
}

/** Total and unread messages of an agent. */
export type AgentCounts = readonly [agentId: string, total: number, unread: number];

export type WriterCommand =
  | { readonly name: 'change'; readonly selection: Selection; readonly change: MessageChange }
  | {
      readonly name: 'remove';
      readonly selection: Selection;
      readonly keepStarred: boolean;
      readonly undo?: Undo | undefined;
    }
  | { readonly name: 'renameTag'; readonly from: string; readonly to: string }
  | { readonly name: 'dropTag'; readonly tag: string }
  | { readonly name: 'setTagging'; readonly agentId: string; readonly tagging: KeptTagging }
  | { readonly name: 'takeBack'; readonly undo: string }
  | { readonly name: 'removeAgent'; readonly agentId: string }
  | { readonly name: 'clearActivity'; readonly agentId: string | undefined }
  | { readonly name: 'close' };

export type WriterRequest =
  | {
      readonly kind: 'hold';
      readonly batch: number;
      readonly rows: readonly HeldRow[];
      /** Of each row its raw message and its request's body. */
      readonly bytes: PackedBytes;
    }
  /** `bytes`: the requests' bodies. */
  | { readonly kind: 'record'; readonly rows: readonly ActivityRow[]; readonly bytes: PackedBytes }
  | { readonly kind: 'keep'; readonly agentId: string; readonly retention: Retention }
  | { readonly kind: 'enforceAge'; readonly now: number }
  | { readonly kind: 'indexer'; readonly port: MessagePort }
  | { readonly kind: 'command'; readonly ticket: number; readonly command: WriterCommand };

export interface SentError {
  readonly code: ErrorCode | null;
  readonly details: ErrorDetails;
  readonly message: string;
}

export type WriterReport =
  | {
      readonly kind: 'ready';
      readonly counts: readonly AgentCounts[];
      readonly warnings: readonly StoreWarning[];
    }
  | { readonly kind: 'unopenable'; readonly error: SentError }
  /** `failures`: the positions in the batch that could not be kept, with the reason. */
  | {
      readonly kind: 'held';
      readonly batch: number;
      readonly failures: ReadonlyMap<number, SentError>;
      readonly counts: readonly AgentCounts[];
    }
  /** `restored`: indexed before, deleted, and taken back. */
  | {
      readonly kind: 'indexed';
      readonly messages: readonly MessageSummary[];
      readonly restored: readonly MessageSummary[];
    }
  | { readonly kind: 'recorded'; readonly ids: readonly string[]; readonly kept: boolean }
  /** Something beside the mail could not be written. */
  | { readonly kind: 'trouble'; readonly error: SentError }
  | { readonly kind: 'changed'; readonly messages: readonly MessageSummary[] }
  /** Many messages of an agent changed at once. */
  | { readonly kind: 'changedMany'; readonly agentId: string | null }
  /** `final`: not to be taken back, or not any more. */
  | {
      readonly kind: 'removed';
      readonly agentId: string;
      readonly ids: readonly string[] | null;
      readonly final: boolean;
    }
  | { readonly kind: 'counts'; readonly counts: readonly AgentCounts[] }
  | { readonly kind: 'answer'; readonly ticket: number; readonly result: number }
  | { readonly kind: 'refusal'; readonly ticket: number; readonly error: SentError };

/** Between the indexer and the writer. The indexer waits for an answer to everything it sends. */
export type IndexerRequest =
  | { readonly kind: 'idle' }
  | { readonly kind: 'index'; readonly rows: readonly IndexRow[] };
/** There may be more to index, and no commit waits. `fromStart`: the last rows could not be written, look for them again. */
export interface IndexerReply {
  readonly kind: 'next';
  readonly fromStart: boolean;
}
