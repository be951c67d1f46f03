import { randomUUID } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Address } from '#shared/message.ts';
import { composePlain } from './compose-plain.ts';
import { oneLine, withCrlf } from './line-safe.ts';
import { serializeMime } from './serialize-mime.ts';

/** A file of the message: an attachment, or with a Content-ID an image that the HTML shows by `cid:`. */
export interface ComposedFile {
  readonly name: string | null;
  /** Empty or `multipart/*`: `application/octet-stream` stands in, because a leaf part cannot be a multipart. */
  readonly mimeType: string;
  readonly content: Uint8Array;
  readonly contentId: string | null;
}

/** What a message is composed from. Bcc has no place here: it is in the envelope only. */
export interface MessageDraft {
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  readonly files: readonly ComposedFile[];
  /** Extra header fields; names that are no RFC 5322 field names must have been left out before. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** With its angle brackets. */
  readonly messageId: string;
  readonly date: Date;
}

/**
 * Composes a draft into MIME (RFC 5322, 2045-2049) with CRLF line ends. Nothing is read from disk or network, and
 * no value can add a header line of its own.
 */
export async function composeMessage(draft: MessageDraft): Promise<Buffer> {
  const isSmall = sizeOf(draft) <= writtenAtOnce;
  return (isSmall ? composePlain(draft) : undefined) ?? composeByNodemailer(draft, isSmall);
}

async function composeByNodemailer(draft: MessageDraft, isSmall: boolean): Promise<Buffer> {
  const composer = new MailComposer({
    from: forHeader(draft.from),
    to: draft.to.map(forHeader),
    cc: draft.cc.map(forHeader),
    // An empty list would take away a Reply-To among the header fields.
    ...(draft.replyTo.length === 0 ? {} : { replyTo: draft.replyTo.map(forHeader) }),
    subject: oneLine(draft.subject),
    text: draft.text === null ? undefined : withCrlf(draft.text.toWellFormed()),
    html: draft.html === null ? undefined : withCrlf(draft.html.toWellFormed()),
    attachments: draft.files.map(forPart),
    headers: draft.headers.map(([key, value]) => ({ key, value: oneLine(value) })),
    messageId: draft.messageId,
    date: draft.date,
    // Else every part asks for random bytes of its own.
    baseBoundary: randomUUID(),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const root = composer.compile();
  return isSmall ? serializeMime(root) : inOwnMemory(await root.build());
}

/** Bytes and characters of content up to which a message is written at once; above, others get their turn between. */
const writtenAtOnce = 256 * 1024;

function sizeOf({ text, html, files }: MessageDraft): number {
  return files.reduce(
    (sum, { content }) => sum + content.byteLength,
    (text?.length ?? 0) + (html?.length ?? 0),
  );
}

/** Small buffers share a pool, which cannot be handed to another thread. */
function inOwnMemory(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) {
    return bytes;
  }
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}

function forHeader({ address, name }: Address): { address: string; name: string } {
  return { address, name: oneLine(name) };
}

function forPart(file: ComposedFile): MailPart {
  const contentType = partType(file.mimeType);
  const bytes = Buffer.from(file.content.buffer, file.content.byteOffset, file.content.byteLength);
  return {
    filename: file.name === null || file.name === '' ? false : oneLine(file.name),
    contentType,
    content: contentType.startsWith('message/')
      ? Buffer.from(withCrlf(bytes.toString('latin1')), 'latin1')
      : bytes,
    contentDisposition: file.contentId === null ? 'attachment' : 'inline',
    // A message/* part must not be encoded (RFC 2046 section 5.2.1); everything else keeps its bytes in base64.
    ...(contentType.startsWith('message/') ? {} : { contentTransferEncoding: 'base64' }),
    ...(file.contentId === null ? {} : { cid: oneLine(file.contentId).replace(/[<>\s]/g, '') }),
  };
}

interface MailPart {
  readonly filename: string | false;
  readonly contentType: string;
  readonly content: Buffer;
  readonly contentDisposition: 'attachment' | 'inline';
  readonly contentTransferEncoding?: string;
  readonly cid?: string;
}

function partType(mimeType: string): string {
  const type = oneLine(mimeType).trim().toLowerCase();
  return type === '' || type.startsWith('multipart/') ? 'application/octet-stream' : type;
}
