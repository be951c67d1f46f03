import type { HeaderLines } from 'mailparser';

/** The header block of an entity (RFC 5322 2.2) whose every line is as it should be: ASCII, a name, a colon. */
export interface PlainHeaders {
  readonly lines: HeaderLines;
  /** Where the body begins. */
  readonly bodyStart: number;
}

const mostBytes = 64 * 1024;
const fieldLine = /^([!-9;-~]+):[\t -~]*$/;
const continuationLine = /^[ \t][\t -~]*$/;
/** Fields of which an entity has one; which of several counts is left to the parser that knows the customs. */
const singular = new Set([
  'from',
  'reply-to',
  'content-type',
  'content-disposition',
  'content-transfer-encoding',
  'content-id',
]);

/** Reads the header block that begins at `start`; null when anything in it is unusual. */
export function readPlainHeaders(bytes: Buffer, start: number, end: number): PlainHeaders | null {
  const lines: { key: string; line: string }[] = [];
  const seen = new Set<string>();
  let position = start;
  for (;;) {
    const lineEnd = bytes.indexOf(0x0a, position);
    if (lineEnd === -1 || lineEnd >= end || lineEnd - start > mostBytes) {
      return null;
    }
    const hasReturn = lineEnd > position && bytes[lineEnd - 1] === 0x0d;
    const text = bytes.toString('latin1', position, hasReturn ? lineEnd - 1 : lineEnd);
    position = lineEnd + 1;
    if (text === '') {
      return { lines, bodyStart: position };
    }
    const key = fieldLine.exec(text)?.[1]?.toLowerCase();
    const last = lines.at(-1);
    if (key !== undefined) {
      if (singular.has(key) && seen.has(key)) {
        return null;
      }
      seen.add(key);
      lines.push({ key, line: text });
    } else if (last !== undefined && continuationLine.test(text)) {
      last.line += `\r\n${text}`;
    } else {
      return null;
    }
  }
}

/** The values of a field, unfolded, in their order. */
export function valuesOf({ lines }: PlainHeaders, name: string): string[] {
  return lines.filter(({ key }) => key === name).map(({ line }) => unfolded(line.slice(name.length + 1)));
}

/** The value of a field that an entity has once, or an empty text. */
export function valueOf({ lines }: PlainHeaders, name: string): string {
  const found = lines.find(({ key }) => key === name);
  return found === undefined ? '' : unfolded(found.line.slice(name.length + 1));
}

function unfolded(value: string): string {
  return (value.includes('\n') ? value.replace(/\r\n[ \t]*/g, ' ') : value).trim();
}
