/** A parsed JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

type FieldType = 'object' | 'list' | 'string' | 'boolean';

/**
 * Every top-level key of POST /v1.1/email and its type; any other key is refused
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
  merge_info: 'object',
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

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The top-level keys that the endpoint does not know. */
export function extraKeys(body: JsonObject): readonly string[] {
  return Object.keys(body).filter((key) => !Object.hasOwn(emailFields, key));
}

/** Known keys whose value has another type than the documentation gives; null counts as left out (assumed). */
export function wronglyTyped(body: JsonObject): readonly { key: string; expected: FieldType }[] {
  return Object.entries(emailFields)
    .filter(([key, type]) => {
      const value = Object.hasOwn(body, key) ? body[key] : undefined;
      return value !== undefined && value !== null && !hasType(value, type);
    })
    .map(([key, expected]) => ({ key, expected }));
}

function hasType(value: unknown, type: FieldType): boolean {
  switch (type) {
    case 'object':
      return isObject(value);
    case 'list':
      return Array.isArray(value);
    case 'string':
    case 'boolean':
      return typeof value === type;
  }
}
