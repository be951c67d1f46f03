import { isObject } from './json-object.ts';

/** What is wrong with a file's content; `cached` is none: the file would come from the file cache. */
export type ContentProblem = 'missing' | 'not-base64' | 'data-url' | 'bytes-as-json' | 'wrong-type';

/** An entry of `attachments` or `inline_images`, read as far as it can be. */
export interface GivenFile {
  /** `attachments[2]` */
  readonly target: string;
  readonly isInline: boolean;
  readonly name: string | null;
  readonly mimeType: string;
  readonly contentId: string | null;
  /** The file cache's key, as long as no file was found by it. */
  readonly cacheKey: string | null;
  /** The decoded bytes, also where the content was not base64 but readable nevertheless; null without any. */
  readonly content: Buffer | null;
  readonly problem: ContentProblem | null;
}

/** Reads one of the two file lists. */
export function readFiles(
  list: unknown,
  field: 'attachments' | 'attachment' | 'inline_images',
): readonly GivenFile[] {
  if (!Array.isArray(list)) {
    return [];
  }
  return list.map((entry: unknown, index) => {
    const file = isObject(entry) ? entry : {};
    return {
      target: `${field}[${index}]`,
      isInline: field === 'inline_images',
      name: text(file['name']),
      mimeType: text(file['mime_type']) ?? '',
      contentId: field === 'inline_images' ? text(file['cid']) : null,
      cacheKey: text(file['file_cache_key']),
      ...readContent(file['content']),
    };
  });
}

function readContent(content: unknown): Pick<GivenFile, 'content' | 'problem'> {
  if (content === undefined || content === null || content === '') {
    return { content: null, problem: 'missing' };
  }
  if (typeof content === 'string') {
    return readText(content);
  }
  if (isObject(content) && content['type'] === 'Buffer' && Array.isArray(content['data'])) {
    return { content: Buffer.from(content['data'] as unknown[] as number[]), problem: 'bytes-as-json' };
  }
  return { content: null, problem: 'wrong-type' };
}

function readText(content: string): Pick<GivenFile, 'content' | 'problem'> {
  if (isBase64(content)) {
    return { content: Buffer.from(content, 'base64'), problem: null };
  }
  const dataUrl = /^data:[^,]{0,200};base64,/i.exec(content);
  if (dataUrl !== null && isBase64(content.slice(dataUrl[0].length))) {
    return { content: Buffer.from(content.slice(dataUrl[0].length), 'base64'), problem: 'data-url' };
  }
  return { content: Buffer.from(content), problem: 'not-base64' };
}

/**
 * Base64 of either alphabet, padded or not, wrapped in lines or not (RFC 4648 sections 4 and 5). One pattern over
 * the whole would exhaust the engine's stack: contents have many megabytes.
 */
function isBase64(content: string): boolean {
  const oneLine = content.replace(/[\r\n]+/g, '');
  const padding = oneLine.indexOf('=');
  const digits = padding === -1 ? oneLine.length : padding;
  return (
    !/[^A-Za-z0-9+/=_-]/.test(oneLine) &&
    digits % 4 !== 1 &&
    /^={0,2}$/.test(oneLine.slice(digits, digits + 3))
  );
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
