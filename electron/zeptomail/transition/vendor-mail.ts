import type { Address } from '#shared/message.ts';
import type { Verdict } from '#shared/verdict.ts';
import type { JsonObject } from '../email/json-object.ts';
import type { Field, Sourced } from './field.ts';

/** A mail in another service's shape: every value with its place in the request. */
export interface VendorMail {
  readonly from: Sourced<Address | undefined>;
  readonly to: Sourced<readonly Address[]>;
  readonly cc: Sourced<readonly Address[]>;
  readonly bcc: Sourced<readonly Address[]>;
  readonly replyTo: Sourced<readonly Address[]>;
  readonly subject: Sourced<string | undefined>;
  readonly html: Sourced<string | undefined>;
  readonly text: Sourced<string | undefined>;
  readonly files: readonly VendorFile[];
  readonly headers: Sourced<JsonObject>;
  readonly trackOpens: boolean | undefined;
  readonly trackClicks: boolean | undefined;
}

/** A file in another service's shape; an inline one is shown by the HTML through its Content-ID. */
export interface VendorFile {
  readonly isInline: boolean;
  readonly path: string;
  readonly name: Sourced<string | undefined>;
  readonly mimeType: Sourced<string | undefined>;
  readonly contentId: Sourced<string | undefined>;
  /** In base64. */
  readonly content: Sourced<string | undefined>;
}

/** What a request in another service's shape comes to; without mails, `problems` says why. */
export interface Translation {
  readonly mails: readonly TranslatedMail[];
  readonly problems: readonly Verdict[];
}

/** A body of POST /v1.1/email, and where its fields stood in the request: `attachments[0].name` -> `Attachments[2].Name`. */
export interface TranslatedMail {
  readonly body: JsonObject;
  readonly sources: ReadonlyMap<string, string>;
}

/** Another mail service, whose requests ZeptoMail takes at `/v1.1/<shape>/email`. */
export interface Vendor {
  readonly name: string;
  readonly shape: string;
  /** Reads the body's bytes into an object, or undefined when they are none; JSON unless it says otherwise. */
  readonly readBody?: (body: Buffer, contentType: string) => Promise<unknown>;
  /** Reads the mails of a body; what is wrong with it is noted at the fields. */
  readonly readMails: (root: Field) => readonly VendorMail[];
}

/** A mail of another service as POST /v1.1/email takes it. */
export function inZeptoMailShape(mail: VendorMail): TranslatedMail {
  const attachments = mail.files.filter(({ isInline }) => !isInline);
  const images = mail.files.filter(({ isInline }) => isInline);
  return {
    body: {
      from: mail.from.value,
      to: mail.to.value.map(inEmailAddress),
      cc: mail.cc.value.map(inEmailAddress),
      bcc: mail.bcc.value.map(inEmailAddress),
      reply_to: mail.replyTo.value,
      subject: mail.subject.value,
      htmlbody: mail.html.value,
      textbody: mail.text.value,
      attachments: attachments.map(fileOf),
      inline_images: images.map((image) => ({ ...fileOf(image), cid: image.contentId.value })),
      mime_headers: mail.headers.value,
      track_opens: mail.trackOpens,
      track_clicks: mail.trackClicks,
    },
    sources: new Map([
      ['from', mail.from.path],
      ['to', mail.to.path],
      ['cc', mail.cc.path],
      ['bcc', mail.bcc.path],
      ['reply_to', mail.replyTo.path],
      ['subject', mail.subject.path],
      ['htmlbody', mail.html.path],
      ['textbody', mail.text.path],
      ['mime_headers', mail.headers.path],
      ...listSource('attachments', attachments),
      ...listSource('inline_images', images),
    ]),
  };
}

function inEmailAddress(address: Address): JsonObject {
  return { email_address: address };
}

function fileOf({ name, mimeType, content }: VendorFile): JsonObject {
  return { name: name.value, mime_type: mimeType.value, content: content.value };
}

function listSource(list: string, files: readonly VendorFile[]): readonly (readonly [string, string])[] {
  return [
    [list, files[0]?.path.replace(/\[\d+\]$/, '') ?? list],
    ...files.flatMap((file, index): readonly (readonly [string, string])[] => [
      [`${list}[${index}]`, file.path],
      [`${list}[${index}].name`, file.name.path],
      [`${list}[${index}].mime_type`, file.mimeType.path],
      [`${list}[${index}].content`, file.content.path],
      [`${list}[${index}].cid`, file.contentId.path],
    ]),
  ];
}
