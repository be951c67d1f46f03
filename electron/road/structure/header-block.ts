import { isUtf8 } from 'node:buffer';

/** A header field as it lies in the message: from its name to its last character, folding included. */
export interface SentField {
  readonly name: string;
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
}

/** The header of an entity (RFC 5322 2.2), however broken. */
export interface HeaderBlock {
  readonly fields: readonly SentField[];
  /** Fields beyond the limit. */
  readonly fieldsLeftOut: number;
  /** Lines that are neither a field nor the continuation of one. */
  readonly strayLines: number;
  readonly bodyStart: number;
  /** Whether an empty line ends it. */
  readonly isEnded: boolean;
  /** Whether there is text where it should be: all of it is the body then. */
  readonly isMissing: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const COLON = 0x3a;
/** A longer name is none. Bytes. */
const longestName = 256;
const fieldName = /^[!-9;-~]+[ \t]*$/;

/**
 * Reads the header that begins at `start`, up to an empty line, a line at which `isDelimiter`, or `end`. Takes as many
 * fields as `mostFields` and only counts the others.
 */
export function readHeaderBlock(
  source: Buffer,
  start: number,
  end: number,
  { mostFields, isDelimiter }: { mostFields: number; isDelimiter: (at: number) => boolean },
): HeaderBlock {
  const fields: { name: string; start: number; end: number }[] = [];
  let fieldsLeftOut = 0;
  let strayLines = 0;
  let at = start;
  const block = (bodyStart: number, isEnded: boolean): HeaderBlock => {
    return fields.length === 0 && strayLines > 0
      ? { fields, fieldsLeftOut, strayLines: 0, bodyStart: start, isEnded: false, isMissing: true }
      : { fields, fieldsLeftOut, strayLines, bodyStart, isEnded, isMissing: false };
  };
  while (at < end) {
    const found = source.indexOf(LF, at);
    const lineEnd = found === -1 || found >= end ? end : found;
    const next = Math.min(lineEnd + 1, end);
    const textEnd = lineEnd > at && source[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd;
    if (textEnd === at) {
      return block(next, lineEnd < end);
    }
    if (isDelimiter(at)) {
      return block(at, false);
    }
    const isContinuation = source[at] === SPACE || source[at] === TAB;
    const name = isContinuation ? null : nameAt(source, at, textEnd);
    const last = fields.at(-1);
    if (name !== null && fields.length < mostFields) {
      fields.push({ name, start: at, end: textEnd });
    } else if (name !== null) {
      fieldsLeftOut += 1;
    } else if (isContinuation && last !== undefined) {
      last.end = fieldsLeftOut === 0 ? textEnd : last.end;
    } else {
      strayLines += 1;
    }
    at = next;
  }
  return block(end, false);
}

function nameAt(source: Buffer, at: number, end: number): string | null {
  const colon = source.subarray(at, Math.min(end, at + longestName)).indexOf(COLON);
  const name = colon === -1 ? '' : source.toString('latin1', at, at + colon);
  return fieldName.test(name) ? name.trimEnd() : null;
}

/** The text of a field after its colon, folding included; UTF-8, or windows-1252 where it is none. */
export function fieldText(source: Buffer, field: SentField): string {
  const text = headerText(source.subarray(field.start, field.end));
  return text.slice(text.indexOf(':') + 1);
}

export function headerText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) {
      return new TextDecoder('windows-1252').decode(bytes);
    }
    throw error;
  }
}

/** Whether bytes are ASCII, or else UTF-8 or something older. */
export function byteKind(bytes: Buffer): 'ascii' | 'utf-8' | 'other' {
  // oxlint-disable-next-line eslint/no-control-regex -- what is no ASCII
  if (!/[^\x00-\x7f]/.test(bytes.toString('latin1'))) {
    return 'ascii';
  }
  return isUtf8(bytes) ? 'utf-8' : 'other';
}
