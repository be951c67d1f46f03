import { TextDecoder } from 'node:util';
import type { Address } from '#shared/message.ts';

/** What the door reads of a message before it answers: no MIME, only these header fields. */
export interface ScannedHeader {
  /** The first mailbox of From; null when there is none that can be read. */
  readonly from: Address | null;
  /** `''` when it is missing or empty; null when the header section is longer than the door looks. */
  readonly subject: string | null;
  /** Whether it speaks to ZeptoMail by an `X-TM-…` field. */
  readonly hasTmFields: boolean;
}

const tmFields = /^x-tm-(?:file-key|open-track|click-track|client-ref)[ \t]*:/im;

/** Bytes of the header section that are looked through. */
const scannedBytes = 64 * 1024;
/** Characters of one field that are decoded. */
const fieldLength = 4096;

/** Finds From and Subject in a raw message, unfolded and decoded (RFC 5322 2.2.3, RFC 2047), in bounded time. */
export function scanHeader(raw: Uint8Array): ScannedHeader {
  const scanned = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.length, scannedBytes));
  const end = headerEnd(scanned);
  const section = scanned.toString('latin1', 0, end ?? scanned.length);
  const complete = end !== null || raw.length <= scannedBytes;
  const from = fieldOf(section, 'from');
  const subject = fieldOf(section, 'subject');
  return {
    from: from === null ? null : firstMailbox(from),
    subject: subject === null ? (complete ? '' : null) : decodedField(subject),
    hasTmFields: tmFields.test(section),
  };
}

/** A field's unfolded value as a person reads it; its bytes as latin1. */
export function decodedField(value: string): string {
  return decodeWords(utf8(value)).trim();
}

/** Where the empty line after the header begins; null when it is not here. */
export function headerEnd(bytes: Buffer): number | null {
  const crLf = bytes.indexOf('\r\n\r\n');
  const bareLf = bytes.subarray(0, crLf === -1 ? bytes.length : crLf).indexOf('\n\n');
  const end = bareLf === -1 ? crLf : bareLf;
  return end === -1 ? null : end;
}

/** The first field of this name, unfolded, its bytes as latin1; null when there is none. */
function fieldOf(section: string, name: 'from' | 'subject'): string | null {
  const start = fieldStarts[name].exec(section);
  if (start === null) {
    return null;
  }
  const from = start.index + start[0].length;
  let end = section.indexOf('\n', from);
  while (end !== -1 && (section[end + 1] === ' ' || section[end + 1] === '\t')) {
    end = section.indexOf('\n', end + 1);
  }
  const value = section.slice(from, end === -1 ? section.length : end);
  return value.slice(0, fieldLength).replace(/\r?\n/g, '');
}

const fieldStarts = { from: /^from[ \t]*:/im, subject: /^subject[ \t]*:/im } as const;

/** The first mailbox of an address list (RFC 5322 3.4); quoted names and comments are respected, groups entered. */
function firstMailbox(field: string): Address | null {
  const text = utf8(field).replace(/\\["\\]/g, ' ');
  const bare = text.replace(/"[^"]*"|\([^()]*\)/g, (hidden) => ' '.repeat(hidden.length));
  const angle = /<[ \t]*([^<>]*?)[ \t]*>/.exec(bare);
  if (angle !== null) {
    const name = text.slice(0, angle.index).replace(/"/g, ' ').replace(/\s+/g, ' ').trim();
    const address = text.slice(angle.index, angle.index + angle[0].length).replace(/[<>\s]/g, '');
    return address.includes('@') ? { address, name: decodeWords(name) } : null;
  }
  const plain = /[^\s,;:<>]+@[^\s,;:<>]+/.exec(bare);
  return plain === null ? null : { address: plain[0], name: '' };
}

function utf8(latin1: string): string {
  return /[\x80-\xff]/.test(latin1) ? Buffer.from(latin1, 'latin1').toString('utf8') : latin1;
}

const encodedWord = /=\?([^?\s]{1,64})\?([bq])\?([^?\s]*)\?=/gi;

/** Decodes encoded words; white space between two of them goes, and what cannot be decoded stays as it is. */
function decodeWords(text: string): string {
  if (!text.includes('=?')) {
    return text;
  }
  const joined = text.replace(/(\?=)[ \t]+(?==\?[^?\s]{1,64}\?[bq]\?)/gi, '$1');
  return joined.replace(encodedWord, (whole, charset: string, encoding: string, payload: string) => {
    const bytes = encoding.toLowerCase() === 'b' ? Buffer.from(payload, 'base64') : decodeQ(payload);
    const decoder = decoderOf(charset);
    return decoder === null ? whole : decoder.decode(bytes);
  });
}

function decodeQ(payload: string): Buffer {
  const binary = payload
    .replace(/_/g, ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(binary, 'latin1');
}

function decoderOf(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset.replace(/\*.*$/, ''));
  } catch (error) {
    if (error instanceof RangeError) {
      return null;
    }
    throw error;
  }
}
