import { z } from 'zod';
import { channelNames } from './agent.ts';
import { sessionSchema } from './session.ts';
import { verdictSchema } from './verdict.ts';

export const addressSchema = z.object({ address: z.string(), name: z.string() });
export type Address = z.infer<typeof addressSchema>;

/** The SMTP envelope (RFC 5321 2.3.1): who it was really for, Bcc included. A null MAIL FROM is the empty `<>`. */
export const envelopeSchema = z.object({ mailFrom: z.string().nullable(), rcptTo: z.array(z.string()) });
export type Envelope = z.infer<typeof envelopeSchema>;

/** How a message came: by one of its agent's channels, or out of a file. */
export const messageDoors = [...channelNames, 'import'] as const;
export const messageDoorSchema = z.enum(messageDoors);
export type MessageDoor = z.infer<typeof messageDoorSchema>;

/** A row of the list. Before indexing (`index: "pending"`) it knows what the envelope says, no more. */
export const messageSummarySchema = z.object({
  id: z.uuid(),
  agentId: z.uuid(),
  door: messageDoorSchema,
  receivedAt: z.iso.datetime(),
  /** Bytes of the raw message. */
  size: z.number().int(),
  index: z.enum(['pending', 'done', 'failed']),
  read: z.boolean(),
  from: addressSchema.nullable(),
  to: z.array(addressSchema),
  subject: z.string(),
  /** The first words of the text that a person would see. */
  snippet: z.string(),
  /** The one-time code as one would type it: digits plain, without blanks between groups of them; null when there is none. */
  code: z.string().nullable(),
  attachmentCount: z.number().int(),
  /** How many verdicts are attached: production would have refused the message. */
  verdictCount: z.number().int(),
  starred: z.boolean(),
  /** In alphabetical order. */
  tags: z.array(z.string()),
  /** What a person wrote about it; null when nothing. */
  note: z.string().nullable(),
});
export type MessageSummary = z.infer<typeof messageSummarySchema>;

export const messagePartSchema = z.object({
  /** Position among the message's attachments and inline parts, from 0; `/api/messages/:id/parts/:n`. */
  n: z.number().int(),
  filename: z.string().nullable(),
  contentType: z.string(),
  contentId: z.string().nullable(),
  /** Decoded bytes. */
  size: z.number().int(),
  /** Shown inside the HTML by `cid:`, and so not listed as an attachment. */
  inline: z.boolean(),
});
export type MessagePart = z.infer<typeof messagePartSchema>;

export const headerLineSchema = z.object({
  name: z.string(),
  /** Unfolded and decoded (RFC 2047). */
  value: z.string(),
});
export type HeaderLine = z.infer<typeof headerLineSchema>;

/** What a link of a mail is for. */
export const linkPurposeSchema = z.enum([
  'reset-password',
  'verify',
  'sign-in',
  'invitation',
  'unsubscribe',
  'other',
]);
export type LinkPurpose = z.infer<typeof linkPurposeSchema>;

export const messageLinkSchema = z.object({
  purpose: linkPurposeSchema,
  /** What a person would read on it; for a bare address, the address. */
  text: z.string(),
  url: z.string(),
  /** From 0, in the order in which a person meets them: those of the HTML, of the text, of the List-Unsubscribe header. */
  position: z.number().int(),
});
export type MessageLink = z.infer<typeof messageLinkSchema>;

/** What the ZeptoMail side knows of a send: of the API's body, or of the `X-TM-…` headers of a mail by SMTP. */
export const sendingSchema = z.object({
  /** Production's request id; null for mail by SMTP that an older version held. */
  requestId: z.string().nullable(),
  clientReference: z.string().nullable(),
  trackOpens: z.boolean(),
  trackClicks: z.boolean(),
  /** The template that it was made from. */
  template: z.object({ key: z.string(), name: z.string() }).nullable(),
  /** Merge variables that the text uses and the send did not provide. */
  missingVariables: z.array(z.string()),
  /** Recipients that were left out, because they are suppressed. */
  skipped: z.array(z.object({ address: z.string(), reason: z.string() })),
  /** Whom the API's body names in `bcc`, and no header field does; left out where it names nobody. */
  bcc: z.array(addressSchema).optional(),
});
export type Sending = z.infer<typeof sendingSchema>;

export const messageDetailSchema = messageSummarySchema.extend({
  envelope: envelopeSchema,
  cc: z.array(addressSchema),
  bcc: z.array(addressSchema),
  replyTo: z.array(addressSchema),
  messageId: z.string().nullable(),
  /** The Date header as it stands, or null. */
  date: z.string().nullable(),
  headers: z.array(headerLineSchema),
  text: z.string().nullable(),
  /** The code as the mail writes it, e.g. in groups; null when there is none. */
  codeAsWritten: z.string().nullable(),
  /** The distinct links that lead outside, at most 200. */
  links: z.array(messageLinkSchema),
  hasHtml: z.boolean(),
  /** Where the page may frame the HTML: an origin of its own. Append `?remote=1` to let remote content load. */
  previewUrl: z.string().nullable(),
  /** How many remote resources the HTML asks for (held back until the person wants them). */
  remoteContentCount: z.number().int(),
  parts: z.array(messagePartSchema),
  verdicts: z.array(verdictSchema),
  /** Null for mail by SMTP that an older version held. */
  sending: sendingSchema.nullable(),
  session: sessionSchema,
  /** Why the MIME could not be read whole, in words; null when it could. */
  parseProblem: z.string().nullable(),
});
export type MessageDetail = z.infer<typeof messageDetailSchema>;
