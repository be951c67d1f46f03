import { bytes, exactly, lines, mail, wordOf } from './torture-mail.ts';
import type { TortureMail } from './torture-mail.ts';

const type = (charset: string) => [
  `Content-Type: text/plain; charset=${charset}`,
  'Content-Transfer-Encoding: 8bit',
];
const hex = (text: string) => Buffer.from(text, 'hex');

/** Bytes that are not what their label says, labels that nobody knows, encodings that break off. */
export const charsets: readonly TortureMail[] = [
  mail('utf8 said to be ascii', type('us-ascii'), 'Grüße aus Köln, 日本語\r\n'),
  mail('latin1 said to be utf8', type('utf-8'), bytes('Gr\xfc\xdfe aus K\xf6ln\r\n')),
  mail('charset nobody knows', type('x-klingon-8'), bytes('nuqneH \xff\xfe\r\n')),
  mail('charset empty', type('""'), 'text\r\n'),
  mail('charset of a sentence', type('"utf-8 (probably)"'), 'text äöü\r\n'),
  mail('charset said twice', ['Content-Type: text/plain; charset=utf-8; charset=iso-8859-1'], 'Grüße\r\n'),
  mail('charset with a language', ["Content-Type: text/plain; charset*=us-ascii'en'utf-8"], 'Grüße\r\n'),
  mail('windows 1252 quotes', type('windows-1252'), bytes('\x93Hello\x94 \x80 5\r\n')),
  mail('koi8', type('koi8-r'), hex('f0d2c9d7c5d40d0a')),
  mail('shift jis', type('shift_jis'), hex('93fa967b8cea0d0a')),
  mail('iso 2022 jp', type('iso-2022-jp'), bytes('\x1b$BF|K\\8l\x1b(B\r\n')),
  mail('iso 2022 jp never switched back', type('iso-2022-jp'), bytes('\x1b$BF|K\\8l\r\n')),
  mail('euc kr', type('euc-kr'), hex('c7d1b1b90d0a')),
  mail('gb18030', type('gb18030'), hex('d6d0b9fa0d0a')),
  mail('big5', type('big5'), hex('a4a4b0ea0d0a')),
  mail('utf7', type('utf-7'), 'Hi Mom -+Jjo--!\r\n'),
  mail('utf16 with mark', type('utf-16'), Buffer.concat([hex('fffe'), Buffer.from('Grüße', 'utf16le')])),
  mail('utf32', type('utf-32'), hex('0000feff000000470000000d0000000a')),
  mail('utf8 with mark', type('utf-8'), Buffer.concat([hex('efbbbf'), Buffer.from('Grüße\r\n')])),
  mail('utf8 cut in a character', type('utf-8'), hex('4772c3')),
  mail('utf8 overlong and surrogates', type('utf-8'), hex('c080eda080f4908080ff0d0a')),
  mail(
    'quoted printable broken',
    ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
    'a=zz=3=\r\nb=E2=82=AC=\r\n=\r\n=AX end=\r\n',
  ),
  mail(
    'quoted printable soft end of all',
    ['Content-Type: text/plain', 'Content-Transfer-Encoding: quoted-printable'],
    'last line=',
  ),
  mail(
    'base64 broken',
    ['Content-Type: text/plain', 'Content-Transfer-Encoding: base64'],
    'SGVs*bG8g\r\nd29y!bGQ\r\n=\r\n==\r\nmore\r\n',
  ),
  mail('base64 of one letter', ['Content-Type: text/plain', 'Content-Transfer-Encoding: base64'], 'S'),
  mail(
    'base64 with text after it',
    ['Content-Type: text/plain', 'Content-Transfer-Encoding: base64'],
    'SGVsbG8=\r\n\r\n-- \r\nA footer of the mailing list\r\n',
  ),
  mail(
    'base64 on one line of a megabyte',
    ['Content-Type: text/plain', 'Content-Transfer-Encoding: base64'],
    Buffer.from('x'.repeat(750_000)).toString('base64'),
  ),
  mail(
    'transfer encoding nobody knows',
    ['Content-Type: text/plain', 'Content-Transfer-Encoding: x-zip'],
    'text\r\n',
  ),
  mail(
    'transfer encoding twice',
    ['Content-Transfer-Encoding: base64', 'Content-Transfer-Encoding: 7bit'],
    'plain after all\r\n',
  ),
  mail(
    'uuencode in text',
    ['Content-Type: text/plain'],
    lines('See the file:', '', 'begin 644 hello.txt', "+2&5L;&\\L('=O<FQD", '`', 'end', '', 'Bye'),
  ),
  mail(
    'uuencode as transfer encoding',
    ['Content-Type: application/octet-stream; name=hello.txt', 'Content-Transfer-Encoding: x-uuencode'],
    lines('begin 644 hello.txt', "+2&5L;&\\L('=O<FQD", '`', 'end'),
  ),
  mail(
    'uuencode that never ends',
    ['Content-Type: text/plain'],
    lines('begin 644 endless.bin', ...Array.from({ length: 500 }, () => `M${'!'.repeat(60)}`)),
  ),
  mail(
    'binary',
    ['Content-Type: application/octet-stream', 'Content-Transfer-Encoding: binary'],
    Buffer.from(Array.from({ length: 4096 }, (_, at) => at % 256)),
  ),
  mail('nul bytes', ['Content-Type: text/plain'], bytes('before\0after\0\0\r\n')),
  mail(
    'control characters',
    ['Content-Type: text/plain'],
    bytes(
      `${Array.from({ length: 32 }, (_, at) => String.fromCharCode(at)).join('')}\x7f\x1b[31mred\x1b[0m\r\n`,
    ),
  ),
  mail(
    'direction marks',
    ['Content-Type: text/plain; charset=utf-8'],
    '\u202Egnp.exe\u202C \u2066isolated\u2069 \u200Fمرحبا\u200E\r\n',
  ),
  mail(
    'html says another charset',
    ['Content-Type: text/html; charset=utf-8'],
    '<meta charset="iso-8859-1"><p>Grüße</p>\r\n',
  ),
  mail(
    'html says its charset alone',
    ['Content-Type: text/html'],
    bytes('<meta http-equiv="content-type" content="text/html; charset=iso-8859-1"><p>Gr\xfc\xdfe</p>\r\n'),
  ),
  exactly(
    'lone carriage returns',
    bytes(`Subject: ${wordOf('lone carriage returns')}\rFrom: a@example.com\r\rline one\rline two\r`),
    null,
  ),
  exactly(
    'lone line feeds',
    `Subject: ${wordOf('lone line feeds')}\nFrom: a@example.com\n\nline one\nline two\n`,
    wordOf('lone line feeds'),
  ),
  exactly(
    'line ends of all kinds',
    bytes(
      `Subject: ${wordOf('line ends of all kinds')}\r\nFrom: a@example.com\n\r\none\rtwo\nthree\r\r\nfour\n\rfive`,
    ),
    wordOf('line ends of all kinds'),
  ),
  mail(
    'line separators of unicode',
    ['Content-Type: text/plain; charset=utf-8'],
    'one\u2028two\u2029three\u0085four\r\n',
  ),
];
