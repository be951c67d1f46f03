import type { PartProblem } from '#shared/structure.ts';

/** What can be wrong with a part, in words. `{name}` placeholders are filled from the problem's details. */
const problemTexts = {
  'boundary-missing':
    'The Content-Type is multipart, but names no boundary, so that its parts cannot be told apart.',
  'boundary-unused': 'The boundary “{boundary}” never appears: the multipart has no parts.',
  'boundary-unclosed': 'The closing boundary “--{boundary}--” is missing.',
  'boundary-too-long': 'The boundary has {length} characters; 70 are allowed (RFC 2046).',
  'text-after-end': '{size} bytes follow the closing boundary; mail clients do not show them.',
  'composite-encoded':
    'A {type} must not be encoded as {encoding} (RFC 2045): some mail clients will not look into it.',
  'type-unreadable': 'The Content-Type “{value}” cannot be read: it is taken for text/plain.',
  'type-repeated': 'There are {count} Content-Type fields: mail clients choose differently among them.',
  'encoding-unknown': 'The transfer encoding “{encoding}” is unknown: the bytes are shown as they came.',
  'base64-characters': '{count} characters are no base64: they are skipped.',
  'base64-length': 'The base64 ends in the middle of a group: its last bytes are lost.',
  'quoted-printable-escapes':
    '{count} equals signs are no escapes of quoted-printable: they are kept as they are.',
  'uuencode-lines': '{count} lines are no uuencode: they are skipped.',
  'eight-bit':
    'It has bytes beyond ASCII, but the transfer encoding is {encoding}: such bytes may be damaged on the way.',
  'nul-bytes': 'It has {count} NUL bytes, which no mail may have outside of encoded parts.',
  'long-lines':
    'Its longest line has {length} bytes; 998 are allowed (RFC 5322), longer ones are often cut or broken.',
  'charset-unknown': 'The charset “{charset}” is unknown: the text is shown as well as it can be guessed.',
  'charset-missing': 'It has bytes beyond ASCII and names no charset: mail clients will guess.',
  'charset-wrong': 'The bytes are no {charset}: some characters cannot be shown.',
  'header-no-utf8': 'Its header has raw bytes beyond ASCII that are no UTF-8.',
  'header-utf8':
    'Its header has raw UTF-8 (RFC 6532), which only servers with SMTPUTF8 take; encoded words (RFC 2047) go everywhere.',
  'header-stray-lines': '{count} lines of its header are neither a field nor the continuation of one.',
  'header-missing': 'It has no header: all of it is taken for text.',
  'header-unended': 'No empty line ends its header.',
  'name-encoded-word':
    'The file name is an encoded word (RFC 2047), which is not for parameters (RFC 2231 is).',
  'name-raw': 'The file name has raw bytes beyond ASCII: not every mail client will show it right.',
  'names-differ': 'The Content-Type calls it “{other}”, the Content-Disposition “{name}”.',
  'name-path': 'The file name has a path in it, which mail clients cut off.',
  'name-direction': 'The file name turns the direction of reading around, and so may look like another.',
  'too-deep': 'It is nested {depth} deep: what lies deeper is left out here.',
  'tnef-unreadable': 'It cannot be unpacked: {reason}',
  'unpacked-left-out': 'It holds more than is unpacked here.',
} as const;

export type ProblemCode = keyof typeof problemTexts;

export function problem(
  code: ProblemCode,
  details: Readonly<Record<string, string | number>> = {},
): PartProblem {
  const text = problemTexts[code].replace(/\{(\w+)\}/g, (_, name: string) =>
    shortened(String(details[name])),
  );
  return { code, text };
}

function shortened(value: string): string {
  return value.length > 120 ? `${value.slice(0, 119)}…` : value;
}
