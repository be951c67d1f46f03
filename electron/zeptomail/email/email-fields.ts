import { type JsonObject, isObject } from './json-object.ts';
import { readMergeInfo } from './merge-info.ts';
import { type SendKind, templateFieldNames } from './send-kind.ts';

export type FieldType = 'object' | 'list' | 'string' | 'boolean' | 'merge info';

/**
 * Every top-level key of a send and its type; any other key is refused
 * (https://www.zoho.com/zeptomail/help/api/email-sending.html). `merge_info` and `mailagent_key` are documented for
 * the sister endpoints only; that they are not refused here is assumed.
 */
const emailFields: Readonly<Record<string, FieldType>> = {
  from: 'object',
  to: 'list',
  cc: 'list',
  bcc: 'list',
  reply_to: 'list',
  subject: 'string',
  htmlbody: 'string',
  textbody: 'string',
  attachments: 'list',
  inline_images: 'list',
  track_opens: 'boolean',
  track_clicks: 'boolean',
  client_reference: 'string',
  mime_headers: 'object',
  bounce_address: 'string',
  merge_info: 'merge info',
  mailagent_key: 'string',
};

/** Limits of one mail (email limits page; error code table). Lengths in characters, sizes in bytes. */
export const emailLimits = {
  recipients: 500,
  nameLength: 250,
  subjectLength: 500,
  files: 60,
  fileNameLength: 150,
  fileBytes: 15 * 1024 * 1024,
} as const;

/** Known to batches and templates beside the others: their field table says `attachment`, their samples `attachments`. */
const attachmentField: Readonly<Record<string, FieldType>> = { attachment: 'list' };

/** Known to sends from a template: which one. */
const templateFields: Readonly<Record<string, FieldType>> = Object.fromEntries(
  templateFieldNames.map((name) => [name, 'string']),
);

/** The type of every known key. */
export const emailFieldTypes: ReadonlyMap<string, FieldType> = new Map(
  Object.entries({ ...emailFields, ...attachmentField, ...templateFields }),
);

const batchFields = { ...emailFields, ...attachmentField };
const fieldsOfPlain: ReadonlyMap<string, FieldType> = new Map(Object.entries(emailFields));
const fieldsOfBatch: ReadonlyMap<string, FieldType> = new Map(Object.entries(batchFields));
const fieldsOfTemplate: ReadonlyMap<string, FieldType> = new Map(
  Object.entries({ ...batchFields, ...templateFields }),
);

function fieldsOf(kind: SendKind): ReadonlyMap<string, FieldType> {
  if (kind.template) {
    return fieldsOfTemplate;
  }
  return kind.batch ? fieldsOfBatch : fieldsOfPlain;
}

/** The top-level keys that a send of this kind does not know. */
export function extraKeys(body: JsonObject, kind: SendKind): readonly string[] {
  const fields = fieldsOf(kind);
  return Object.keys(body).filter((key) => !fields.has(key));
}

/** Known keys whose value has another type than the documentation gives; null counts as left out (assumed). */
export function wronglyTyped(
  body: JsonObject,
  kind: SendKind,
): readonly { key: string; expected: FieldType }[] {
  const wrong: { key: string; expected: FieldType }[] = [];
  for (const [key, expected] of fieldsOf(kind)) {
    const value = Object.hasOwn(body, key) ? body[key] : undefined;
    if (value !== undefined && value !== null && !hasType(value, expected)) {
      wrong.push({ key, expected });
    }
  }
  return wrong;
}

/** Whether a value has the type that the documentation gives its field. */
export function hasType(value: unknown, type: FieldType): boolean {
  switch (type) {
    case 'merge info':
      return readMergeInfo(value) !== null;
    case 'object':
      return isObject(value);
    case 'list':
      return Array.isArray(value);
    case 'string':
    case 'boolean':
      return typeof value === type;
  }
}
