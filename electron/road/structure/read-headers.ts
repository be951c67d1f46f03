import type { HeaderField, MessageHeaders, PartProblem } from '#shared/structure.ts';
import { isMessage } from './entity.ts';
import type { Entity } from './entity.ts';
import { readableValue } from '../reading/headers.ts';
import { byteKind, headerText } from './header-block.ts';
import type { SentField } from './header-block.ts';
import { headerProblem } from './header-problems.ts';
import { findEntity } from './read-structure.ts';

/** Fields that are shown; the others are counted. */
const mostFields = 1000;
/** Bytes of a field that are shown. */
const mostFieldBytes = 32 * 1024;
/** Bytes of a line, without its end (RFC 5322 2.1.1). */
const longestLine = 998;

/** Fields that a message has once (RFC 5322 3.6, RFC 2045). */
const singular = new Set([
  'date',
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'message-id',
  'in-reply-to',
  'references',
  'subject',
  'return-path',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
  'content-id',
]);

/** RFC 5322 3.3, comments taken out; with the obsolete two-digit years and zone names. */
const dateTime =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)\s*,)?\s*\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s+\d{2,4}\s+\d{2}:\d{2}(?::\d{2})?\s+(?:[+-]\d{4}|[a-z]{1,5})$/i;

/** The header fields of the part at a path, as they were sent and as they read, with what is wrong; undefined without such a part. */
export function readHeaders(raw: Buffer, path: string): MessageHeaders | undefined {
  const entity = findEntity(raw, path);
  if (entity === undefined) {
    return undefined;
  }
  const { fields, fieldsLeftOut } = entity.header;
  const counts = new Map<string, number>();
  for (const { name } of fields) {
    counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  }
  return {
    fields: fields.slice(0, mostFields).map((field) => fieldOf(entity.source, field, counts)),
    leftOut: Math.max(0, fields.length - mostFields) + fieldsLeftOut,
    problems: isHeaderOfMessage(entity, raw) ? missingFields(entity, counts) : strayLines(entity),
  };
}

function fieldOf(source: Buffer, field: SentField, counts: ReadonlyMap<string, number>): HeaderField {
  const whole = source.subarray(field.start, field.end);
  const isCut = whole.length > mostFieldBytes;
  const sent = headerText(isCut ? whole.subarray(0, mostFieldBytes) : whole);
  const value = readableValue(sent.slice(sent.indexOf(':') + 1));
  return {
    name: field.name,
    value,
    sent,
    problems: [
      ...(isCut ? [headerProblem('cut', { length: whole.length, shown: mostFieldBytes })] : []),
      ...fieldProblems(field.name.toLowerCase(), whole, sent, value, counts),
    ],
  };
}

function fieldProblems(
  name: string,
  whole: Buffer,
  sent: string,
  value: string,
  counts: ReadonlyMap<string, number>,
): PartProblem[] {
  const problems: PartProblem[] = [];
  const count = counts.get(name) ?? 0;
  if (count > 1 && singular.has(name)) {
    problems.push(headerProblem('repeated', { count }));
  }
  const longest = longestLineOf(whole);
  if (longest > longestLine) {
    problems.push(headerProblem('long-line', { length: longest }));
  }
  const kind = byteKind(whole);
  if (kind !== 'ascii') {
    problems.push(headerProblem(kind === 'utf-8' ? 'raw-utf8' : 'raw-bytes'));
  }
  // oxlint-disable-next-line eslint/no-control-regex -- these are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\r(?!\n)/.test(sent)) {
    problems.push(headerProblem('control-characters'));
  }
  if (/=\?[^?\s]+\?[bq]\?/i.test(value)) {
    problems.push(headerProblem('encoded-word'));
  }
  if ((name === 'date' || name === 'resent-date') && !isDate(value)) {
    problems.push(headerProblem('date'));
  }
  if (name === 'message-id' && !/^<[^<>@\s]+@[^<>@\s]+>$/.test(value)) {
    problems.push(headerProblem('message-id'));
  }
  if (value === '' && singular.has(name)) {
    problems.push(headerProblem('empty'));
  }
  return problems;
}

function isDate(value: string): boolean {
  const text = value.replace(/\([^()]*\)/g, ' ').trim();
  return dateTime.test(text) && !Number.isNaN(Date.parse(text));
}

function longestLineOf(bytes: Buffer): number {
  let longest = 0;
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(0x0a, at);
    const end = found === -1 ? bytes.length : found;
    longest = Math.max(longest, bytes[end - 1] === 0x0d ? end - 1 - at : end - at);
    at = end + 1;
  }
  return longest;
}

/** Whether it is the header of the message itself, or of a message within. */
function isHeaderOfMessage(entity: Entity, raw: Buffer): boolean {
  const above = entity.path.slice(0, Math.max(0, entity.path.lastIndexOf('.')));
  const parent = above === '' ? undefined : findEntity(raw, above);
  return parent === undefined || isMessage(parent);
}

function missingFields(entity: Entity, counts: ReadonlyMap<string, number>): PartProblem[] {
  const missing = ['Date', 'From', 'Message-ID'].filter((name) => !counts.has(name.toLowerCase()));
  return [
    ...missing.map((name) => headerProblem('missing', { name })),
    ...(counts.has('content-type') && !counts.has('mime-version') ? [headerProblem('mime-version')] : []),
    ...strayLines(entity),
  ];
}

function strayLines({ header }: Entity): PartProblem[] {
  return header.strayLines > 0 ? [headerProblem('stray-lines', { count: header.strayLines })] : [];
}
