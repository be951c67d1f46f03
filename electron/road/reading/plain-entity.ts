import libmime from 'libmime';
import { readPlainHeaders, valueOf } from './plain-headers.ts';
import type { PlainHeaders } from './plain-headers.ts';

/** A MIME entity (RFC 2045 2.4) as its header describes it. */
export interface PlainEntity {
  readonly headers: PlainHeaders;
  /** In lower case. */
  readonly contentType: string;
  /** Null for anything but a multipart. */
  readonly boundary: string | null;
  /** Empty without one. */
  readonly charset: string;
  readonly encoding: TransferEncoding;
  readonly isAttachment: boolean;
  readonly filename: string | null;
  readonly contentId: string | null;
}

export type TransferEncoding = 'identity' | 'quoted-printable' | 'base64';

const multiparts = new Set(['multipart/mixed', 'multipart/alternative', 'multipart/related']);
const texts = new Set(['text/plain', 'text/html']);
const boundaryCharacters = /^[\w'()+,./:=?-]{1,70}$/;

/** Reads the header of the entity in `bytes` from `start` to `end`; null when anything in it is unusual. */
export function readPlainEntity(bytes: Buffer, start: number, end: number): PlainEntity | null {
  const headers = readPlainHeaders(bytes, start, end);
  const encoding = headers === null ? null : encodingOf(valueOf(headers, 'content-transfer-encoding'));
  if (headers === null || encoding === null) {
    return null;
  }
  const type = parsed(valueOf(headers, 'content-type') || 'text/plain');
  const disposition = parsed(valueOf(headers, 'content-disposition'));
  const contentType = type.value.toLowerCase().trim();
  const placed = disposition.value.toLowerCase().trim();
  const { boundary, charset, format } = type.params;
  const isMultipart = multiparts.has(contentType);
  const filename = disposition.params['filename'] || type.params['name'] || null;
  const isUnusual =
    !/^[\w.+-]+\/[\w.+-]+$/.test(contentType) ||
    (!isMultipart && (boundary !== undefined || /^(?:multipart|message)\//.test(contentType))) ||
    (isMultipart && (encoding !== 'identity' || !boundaryCharacters.test(boundary ?? ''))) ||
    (placed !== '' && (isMultipart || valueOf(headers, 'content-type') === '')) ||
    format !== undefined ||
    `${placed}${filename ?? ''}`.includes('=?');
  if (isUnusual) {
    return null;
  }
  const contentId = valueOf(headers, 'content-id');
  return {
    headers,
    contentType:
      contentType === 'application/octet-stream' && filename !== null
        ? libmime.detectMimeType(filename) || contentType
        : contentType,
    boundary: isMultipart ? (boundary ?? null) : null,
    charset: charset ?? '',
    encoding,
    isAttachment: !isMultipart && (!texts.has(contentType) || (placed !== '' && placed !== 'inline')),
    filename,
    contentId: contentId === '' ? null : contentId.replace(/^<|>$/g, '').trim(),
  };
}

function parsed(value: string): ReturnType<typeof libmime.parseHeaderValue> {
  return libmime.parseHeaderValue(value, { stripComments: true });
}

/** Null for an encoding that nobody knows. */
export function encodingOf(value: string): TransferEncoding | null {
  switch (value.toLowerCase()) {
    case '':
    case '7bit':
    case '8bit':
    case 'binary':
      return 'identity';
    case 'quoted-printable':
      return 'quoted-printable';
    case 'base64':
      return 'base64';
    default:
      return null;
  }
}
