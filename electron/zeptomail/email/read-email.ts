import type { Template } from '#shared/template.ts';
import type { TemplateNames } from '../../ledger/templates.ts';
import { type JsonObject, isObject } from './json-object.ts';
import { type GivenFile, readFiles } from './email-file.ts';
import {
  type GivenMailbox,
  type GivenRecipient,
  readMailbox,
  readMailboxes,
  readRecipients,
} from './mailbox.ts';
import { type MergeInfo, readMergeInfo } from './merge-info.ts';
import type { SendKind } from './send-kind.ts';

/** A body of a send, read as far as it can be; the rules judge it afterwards. */
export interface GivenEmail {
  readonly from: GivenMailbox;
  readonly to: readonly GivenRecipient[];
  readonly cc: readonly GivenMailbox[];
  readonly bcc: readonly GivenMailbox[];
  readonly replyTo: readonly GivenMailbox[];
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  readonly bounceAddress: string | null;
  readonly files: readonly GivenFile[];
  readonly headers: readonly GivenHeader[];
  readonly clientReference: string | null;
  readonly trackOpens: boolean | null;
  readonly trackClicks: boolean | null;
  /** For the recipients who have none of their own. */
  readonly mergeInfo: MergeInfo | null;
  /** By which the template is asked for; null when the body names none. */
  readonly templateNames: TemplateNames | null;
  /** The template that the texts are from, once it was found. */
  readonly template: Template | null;
}

/** An entry of `mime_headers`. */
export interface GivenHeader {
  readonly name: string;
  readonly value: string;
  /** It cannot stand in the message under this name, or a field of the request decides it. */
  readonly problem: 'no-name' | 'reserved' | 'line-break' | 'no-string' | null;
}

/** Reads the JSON body; fields of a wrong type count as left out. */
export function readEmail(body: JsonObject, kind: SendKind): GivenEmail {
  return {
    from: readMailbox(body['from']),
    to: readRecipients(body['to']),
    cc: readRecipients(body['cc']),
    bcc: readRecipients(body['bcc']),
    replyTo: readMailboxes(body['reply_to']),
    subject: text(body['subject']) ?? '',
    text: text(body['textbody']),
    html: text(body['htmlbody']),
    bounceAddress: text(body['bounce_address']),
    files: [
      ...readFiles(body['attachments'], 'attachments'),
      ...(kind.batch || kind.template ? readFiles(body['attachment'], 'attachment') : []),
      ...readFiles(body['inline_images'], 'inline_images'),
    ],
    headers: isObject(body['mime_headers']) ? Object.entries(body['mime_headers']).map(readHeader) : [],
    clientReference: text(body['client_reference']),
    trackOpens: flag(body['track_opens']),
    trackClicks: flag(body['track_clicks']),
    mergeInfo: readMergeInfo(body['merge_info']),
    templateNames: readTemplateNames(body),
    template: null,
  };
}

function readTemplateNames(body: JsonObject): TemplateNames | null {
  const key = text(body['template_key']) ?? text(body['mail_template_key']) ?? undefined;
  const alias = text(body['template_alias']) ?? undefined;
  return key === undefined && alias === undefined ? null : { key, alias };
}

/** Header fields that the request's own fields or the composer decide. */
const reservedHeader =
  /^(?:from|to|cc|bcc|subject|date|message-id|mime-version|return-path|received|content-.*)$/i;
/** RFC 5322 section 3.6.8, without what HTTP tokens exclude as well. */
const headerName = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}$/;

function readHeader([name, value]: [string, unknown]): GivenHeader {
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { name, value: isScalar ? String(value) : '', problem: headerProblem(name, value) };
}

function headerProblem(name: string, value: unknown): GivenHeader['problem'] {
  if (!headerName.test(name)) {
    return 'no-name';
  }
  if (reservedHeader.test(name)) {
    return 'reserved';
  }
  if (typeof value !== 'string') {
    return 'no-string';
  }
  return /[\r\n]/.test(value) ? 'line-break' : null;
}

function flag(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
