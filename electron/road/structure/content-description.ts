import libmime from 'libmime';
import type { PartProblem } from '#shared/structure.ts';
import { byteKind, fieldText } from './header-block.ts';
import type { HeaderBlock, SentField } from './header-block.ts';
import { problem } from './problems.ts';

/** What the header of an entity says of its body (RFC 2045, 2183, 2231). */
export interface ContentDescription {
  /** In lower case; the default where none is given or the given one cannot be read. */
  readonly type: string;
  readonly boundary: string | null;
  readonly charset: string | null;
  /** In lower case; null where none is given. */
  readonly encoding: string | null;
  readonly disposition: string | null;
  readonly fileName: string | null;
  readonly contentId: string | null;
  readonly description: string | null;
  /** Further parameters of the Content-Type. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/** Characters of a field that are looked at. */
const mostText = 16 * 1024;
const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;
const directionTurns = /[\u202A-\u202E\u2066-\u2069]/;
const beyondAscii = /[^\u0000-\u007f]/; // oxlint-disable-line eslint/no-control-regex -- ASCII begins there

/** A description of something that has no header. */
export function describedAs(type: string, fileName: string | null): ContentDescription {
  return {
    type,
    fileName,
    boundary: null,
    charset: null,
    encoding: null,
    disposition: null,
    contentId: null,
    description: null,
    parameters: [],
  };
}

/** Reads what the header says of the content. `defaultType`: what counts where it says nothing. */
export function describeContent(
  source: Buffer,
  header: HeaderBlock,
  defaultType: string,
): { readonly description: ContentDescription; readonly problems: readonly PartProblem[] } {
  const problems: PartProblem[] = [];
  const types = header.fields.filter(({ name }) => name.toLowerCase() === 'content-type');
  const typeText = textOf(source, types[0]);
  const type = parsed(typeText);
  const disposition = parsed(firstText(source, header, 'content-disposition'));
  const givenType = type.value.toLowerCase().trim();
  const isReadable = mediaType.test(givenType);
  if (types.length > 1) {
    problems.push(problem('type-repeated', { count: types.length }));
  }
  if (typeText !== null && !isReadable) {
    problems.push(problem('type-unreadable', { value: typeText.trim() }));
  }
  const { boundary, charset, name, ...others } = type.params;
  const filename = disposition.params['filename'];
  problems.push(...nameProblems(filename, name), ...headerProblems(source, header));
  const encoding = firstText(source, header, 'content-transfer-encoding');
  return {
    description: {
      type: isReadable ? givenType : defaultType,
      boundary: boundary || null,
      charset: charset?.trim() || null,
      encoding: encoding === null ? null : parsed(encoding).value.toLowerCase().trim() || null,
      disposition: disposition.value.toLowerCase().trim() || null,
      fileName: decoded(filename || name || '') || null,
      contentId: readable(firstText(source, header, 'content-id')),
      description: readable(firstText(source, header, 'content-description')),
      parameters: Object.entries(others).map(([key, value]) => [key, decoded(value)] as const),
    },
    problems,
  };
}

function nameProblems(filename: string | undefined, name: string | undefined): PartProblem[] {
  const given = filename || name || '';
  const problems: PartProblem[] = [];
  if (/=\?[^?]+\?[bq]\?/i.test(given)) {
    problems.push(problem('name-encoded-word'));
  }
  if (filename && name && decoded(filename) !== decoded(name)) {
    problems.push(problem('names-differ', { name: decoded(filename), other: decoded(name) }));
  }
  if (/[/\\]/.test(decoded(given))) {
    problems.push(problem('name-path'));
  }
  if (directionTurns.test(decoded(given))) {
    problems.push(problem('name-direction'));
  }
  return problems;
}

function headerProblems(source: Buffer, header: HeaderBlock): PartProblem[] {
  const problems: PartProblem[] = [];
  const first = header.fields[0];
  const kind = first === undefined ? 'ascii' : byteKind(source.subarray(first.start, header.bodyStart));
  if (kind !== 'ascii') {
    problems.push(problem(kind === 'utf-8' ? 'header-utf8' : 'header-no-utf8'));
  }
  const hasRawName = header.fields.some(
    (field) =>
      /^content-(?:type|disposition)$/i.test(field.name) && beyondAscii.test(fieldText(source, field)),
  );
  if (hasRawName) {
    problems.push(problem('name-raw'));
  }
  if (header.strayLines > 0) {
    problems.push(problem('header-stray-lines', { count: header.strayLines }));
  }
  return problems;
}

function firstText(source: Buffer, header: HeaderBlock, name: string): string | null {
  return textOf(
    source,
    header.fields.find((field) => field.name.toLowerCase() === name),
  );
}

function textOf(source: Buffer, field: SentField | undefined): string | null {
  return field === undefined
    ? null
    : fieldText(source, field)
        .slice(0, mostText)
        .replace(/\r?\n[ \t]*/g, ' ');
}

function parsed(value: string | null): ReturnType<typeof libmime.parseHeaderValue> {
  return libmime.parseHeaderValue(value ?? '', { stripComments: true });
}

function readable(value: string | null): string | null {
  return decoded(value?.trim() ?? '') || null;
}

function decoded(value: string): string {
  return value.includes('=?') ? libmime.decodeWords(value) : value;
}
