import { isObject } from '../email/json-object.ts';
import { parsedJson } from '../parsed-json.ts';
import { formDataOf } from '../form-data.ts';

/** A file of a form, as the JSON shapes give theirs. */
interface FormFile {
  readonly filename: string;
  readonly type: string;
  /** In base64. */
  readonly content: string;
}

/** The fields of a form, each with all its values in their order. */
type Form = Readonly<Record<string, readonly unknown[]>>;

/**
 * Reads a form of either kind, multipart/form-data (RFC 7578) or urlencoded, whatever its Content-Type says when it
 * names neither; a JSON object of the same fields is one too. Undefined when it is none.
 */
export async function readForm(body: Buffer, contentType: string): Promise<Form | undefined> {
  if (/^\s*multipart\/form-data\b/i.test(contentType)) {
    return readMultipart(body, contentType);
  }
  const json = body.subarray(0, 64).toString().trimStart().startsWith('{') ? parsedJson(body) : undefined;
  if (isObject(json)) {
    return Object.fromEntries(
      Object.entries(json).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]),
    );
  }
  return grouped(new URLSearchParams(body.toString()));
}

async function readMultipart(body: Buffer, contentType: string): Promise<Form | undefined> {
  const form = await formDataOf(body, contentType);
  if (form === undefined) {
    return undefined;
  }
  const entries: [string, string | FormFile][] = [];
  for (const [name, value] of form) {
    entries.push([name, typeof value === 'string' ? value : await fileOf(value)]);
  }
  return grouped(entries);
}

async function fileOf(file: File): Promise<FormFile> {
  const content = Buffer.from(await file.arrayBuffer()).toString('base64');
  return { filename: file.name, type: file.type, content };
}

function grouped(entries: Iterable<readonly [name: string, value: unknown]>): Form {
  const fields = new Map<string, unknown[]>();
  for (const [name, value] of entries) {
    const values = fields.get(name);
    if (values === undefined) {
      fields.set(name, [value]);
    } else {
      values.push(value);
    }
  }
  return Object.fromEntries(fields);
}
