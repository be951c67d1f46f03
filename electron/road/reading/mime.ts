import type { HeaderLines } from 'mailparser';
import type { Address } from '#shared/message.ts';

export interface MimePart {
  readonly filename: string | null;
  readonly contentType: string;
  readonly contentId: string | null;
  /** Decoded bytes. */
  readonly size: number;
}

/** The mailboxes of each address field, members of groups one by one. */
interface AddressFields {
  readonly from: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly replyTo: readonly Address[];
}

/** The parts whose bytes are needed: none, the one at this position, or all. */
export type WantedParts = number | 'all' | undefined;

/** A message as far as its MIME could be read. */
export interface ReadMime {
  readonly addresses: AddressFields;
  readonly headerLines: HeaderLines;
  readonly text: string | null;
  readonly html: string | null;
  readonly parts: readonly MimePart[];
  /** Why it could not be read whole. */
  readonly problem: string | null;
  /** The bytes of the parts that were asked for, by their positions. */
  readonly contents: ReadonlyMap<number, Uint8Array>;
}
