import type { ApiRequest } from '../exchange.ts';
import { formDataOf } from '../form-data.ts';

/** A file as an upload gives it. */
export interface UploadedFile {
  /** Empty when neither the query nor the form names it. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** Reads the bytes of an upload: the body as it is, or the first file of a form. The query's name goes first. */
export async function uploadedFile(
  request: Pick<ApiRequest, 'target' | 'headers' | 'body'>,
): Promise<UploadedFile> {
  const name = queryName(request.target);
  const type = request.headers.find(([field]) => field.toLowerCase() === 'content-type')?.[1] ?? '';
  const file = /^multipart\/form-data\b/i.test(type) ? await firstFile(request.body, type) : undefined;
  return file === undefined
    ? { name, content: request.body }
    : { name: name === '' ? file.name : name, content: await file.bytes() };
}

/** A form that cannot be read is taken for the file itself: undefined. */
async function firstFile(body: Buffer, type: string): Promise<File | undefined> {
  const form = await formDataOf(body, type);
  return form === undefined ? undefined : [...form.values()].find((value) => value instanceof File);
}

/** The last segment of `?name=`, without control characters. */
function queryName(target: string): string {
  const query = target.includes('?') ? target.slice(target.indexOf('?')) : '';
  const given = new URLSearchParams(query).get('name') ?? '';
  return (given.split(/[/\\]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').trim();
}
