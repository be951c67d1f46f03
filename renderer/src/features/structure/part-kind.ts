import type { StructurePart } from '#shared/structure.ts';
import { isImage } from '../message/is-image.ts';
import { isPdf } from '../pdf/is-pdf.ts';

/** How a part can be looked at. */
export type PartKind =
  | 'multipart'
  | 'message'
  | 'image'
  | 'pdf'
  | 'html'
  | 'json'
  | 'table'
  | 'report'
  | 'calendar'
  | 'contacts'
  | 'text'
  | 'other';

/** Types that are text, whatever they are called. */
const textTypes =
  /^(?:text\/|message\/|application\/(?:[\w.-]+\+)?(?:xml|javascript|ecmascript|x-sh|sql|yaml|toml|rtf|pgp-\w+)$)/;
const jsonTypes = /^application\/(?:[\w.-]+\+)?json$/;
const tableTypes = new Set(['text/csv', 'text/tab-separated-values', 'application/csv']);
const contactTypes = new Set(['text/vcard', 'text/x-vcard', 'text/directory']);
const reportTypes = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
  'message/disposition-notification',
  'message/feedback-report',
]);

/** A type that says nothing is told by the file's name. */
const kindsByExtension: Readonly<Record<string, PartKind>> = {
  json: 'json',
  csv: 'table',
  tsv: 'table',
  ics: 'calendar',
  vcf: 'contacts',
  txt: 'text',
  log: 'text',
  md: 'text',
  xml: 'text',
};

export function partKind({ type, fileName, childCount }: StructurePart): PartKind {
  if (type.startsWith('multipart/')) {
    return 'multipart';
  }
  if (type === 'message/rfc822' || type === 'message/global') {
    return childCount > 0 ? 'message' : 'text';
  }
  if (isImage(type)) {
    return 'image';
  }
  if (isPdf(type, fileName)) {
    return 'pdf';
  }
  if (type === 'text/html') {
    return 'html';
  }
  if (jsonTypes.test(type)) {
    return 'json';
  }
  if (tableTypes.has(type)) {
    return 'table';
  }
  if (type === 'text/calendar' || type === 'application/ics') {
    return 'calendar';
  }
  if (contactTypes.has(type)) {
    return 'contacts';
  }
  if (reportTypes.has(type)) {
    return 'report';
  }
  if (textTypes.test(type)) {
    return 'text';
  }
  const extension = /\.([a-z0-9]+)$/i.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
  return type === 'application/octet-stream' ? (kindsByExtension[extension] ?? 'other') : 'other';
}
