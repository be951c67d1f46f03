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

/** A message as far as its MIME could be read. */
export interface ReadMime {
  readonly addresses: AddressFields;
  readonly headerLines: HeaderLines;
  readonly text: string | null;
  readonly html: string | null;
  readonly parts: readonly MimePart[];
  /** Why it could not be read whole. */
  readonly problem: string | null;
  /** The bytes of the part that was asked for. */
  readonly content: Uint8Array | null;
}
