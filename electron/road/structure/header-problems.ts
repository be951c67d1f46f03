import type { PartProblem } from '#shared/structure.ts';

/** What can be wrong with a header, in words. */
const texts = {
  missing: 'There is no {name} field; RFC 5322 asks for one, and spam filters count its absence.',
  'mime-version': 'There is a Content-Type and no MIME-Version: strictly read, the message is plain text.',
  'stray-lines': '{count} lines are neither a field nor the continuation of one.',
  cut: 'It has {length} bytes; the first {shown} are shown.',
  repeated: 'It stands {count} times, where one is allowed: mail clients choose differently among them.',
  'long-line': 'It has a line of {length} bytes; 998 are allowed (RFC 5322).',
  'raw-utf8': 'It has raw UTF-8, which only servers with SMTPUTF8 take (RFC 6532).',
  'raw-bytes': 'It has raw bytes beyond ASCII that are no UTF-8; they are shown as windows-1252.',
  'control-characters': 'It has control characters, which no field may have.',
  'encoded-word': 'It has an encoded word (RFC 2047) that cannot be read.',
  date: 'This is no date as RFC 5322 writes it.',
  'message-id': 'A Message-ID is <something@somewhere>, once.',
  empty: 'It is empty.',
} as const;

export function headerProblem(
  code: keyof typeof texts,
  details: Readonly<Record<string, string | number>> = {},
): PartProblem {
  return { code, text: texts[code].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name])) };
}
