import libmime from 'libmime';
import { encodingOf, type TransferEncoding } from '../reading/plain-entity.ts';
import { partsBetween } from '../reading/plain-multipart.ts';

/** A body part of `text/html` that a mail program would show: no attachment. */
export interface HtmlBody {
  /** From where to where its encoded content reaches in the message. */
  readonly start: number;
  readonly end: number;
  readonly encoding: TransferEncoding;
  /** Empty without one. */
  readonly charset: string;
}

const deepest = 20;
const bounds = { mostParts: 10_000, epilogue: true } as const;
/** A header of more bytes is not read. */
const mostHeaderBytes = 1024 * 1024;

/** Signed or encrypted: a changed byte makes a signature false (RFC 1847, RFC 8551). */
const sealed = /^(?:multipart\/(?:signed|encrypted)|application\/(?:(?:x-)?pkcs7-mime|pgp-encrypted))$/;

/** The HTML bodies of a message; none when it is signed, encrypted or malformed. */
export function htmlBodiesOf(raw: Buffer): readonly HtmlBody[] {
  const bodies: HtmlBody[] = [];
  return gather(raw, [0, raw.length], 0, bodies) ? bodies : [];
}

/** Collects the HTML bodies of an entity; false when the message is to be left alone. */
function gather(
  raw: Buffer,
  [start, end]: readonly [number, number],
  depth: number,
  bodies: HtmlBody[],
): boolean {
  const header = headerOf(raw, start, end);
  if (header === null || depth > deepest) {
    return false;
  }
  const type = parsed(header.fields.get('content-type') ?? '');
  const contentType = type.value.trim().toLowerCase();
  const encoding = encodingOf((header.fields.get('content-transfer-encoding') ?? '').trim());
  if (sealed.test(contentType)) {
    return false;
  }
  if (contentType.startsWith('multipart/')) {
    const boundary = type.params['boundary'] ?? '';
    const parts =
      encoding === 'identity' && boundary !== ''
        ? partsBetween(raw, header.bodyStart, end, boundary, bounds)
        : null;
    return parts !== null && parts.every((part) => gather(raw, part, depth + 1, bodies));
  }
  const disposition = parsed(header.fields.get('content-disposition') ?? '');
  const isFile =
    disposition.value.trim().toLowerCase() === 'attachment' ||
    disposition.params['filename'] !== undefined ||
    type.params['name'] !== undefined;
  if (contentType === 'text/html' && !isFile && encoding !== null) {
    bodies.push({ start: header.bodyStart, end, encoding, charset: type.params['charset'] ?? '' });
  }
  return true;
}

/** The fields of an entity's header and where its body begins; null when it is too long or says twice what its content is. */
function headerOf(
  raw: Buffer,
  start: number,
  end: number,
): { fields: ReadonlyMap<string, string>; bodyStart: number } | null {
  let bodyStart = end;
  let headerEnd = end;
  for (let line = start; line < end;) {
    const lineEnd = raw.indexOf(0x0a, line);
    if (lineEnd === -1 || lineEnd >= end) {
      break;
    }
    if (lineEnd - start > mostHeaderBytes) {
      return null;
    }
    if (lineEnd === line || (lineEnd === line + 1 && raw[line] === 0x0d)) {
      headerEnd = line;
      bodyStart = lineEnd + 1;
      break;
    }
    line = lineEnd + 1;
  }
  const fields = new Map<string, string>();
  for (const field of raw.toString('latin1', start, headerEnd).matchAll(contentField)) {
    const name = String(field[1]).toLowerCase();
    if (fields.has(name)) {
      return null;
    }
    fields.set(name, String(field[2]).replace(/\r?\n/g, ''));
  }
  return { fields, bodyStart };
}

/** A field about the content with the lines that continue it (RFC 5322 2.2.3). */
const contentField = /^(content-[\w-]+)[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)/gim;

function parsed(value: string): ReturnType<typeof libmime.parseHeaderValue> {
  return libmime.parseHeaderValue(value.trim(), { stripComments: true });
}
