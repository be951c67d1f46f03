import { describe, expect, test } from 'vitest';
import { nestedMessage, readPartContent } from '../../../electron/road/structure/part-content.ts';
import { readStructure } from '../../../electron/road/structure/read-structure.ts';
import { mailFixture, mailFixtureNames } from '../../support/mail-fixture.ts';

function mail(...lines: readonly string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

/** Each part as `path type`, indented as deep as it lies. */
function outline(raw: Buffer): string[] {
  return readStructure(raw).parts.map(({ path, type }) => `${path} ${type}`);
}

/** The codes of all problems, by path. */
function problems(raw: Buffer): Record<string, string[]> {
  return Object.fromEntries(
    readStructure(raw)
      .parts.filter((part) => part.problems.length > 0)
      .map((part) => [part.path, part.problems.map(({ code }) => code)]),
  );
}

function content(
  raw: Buffer,
  path: string,
  form: 'decoded' | 'sent' | 'text' | 'source' = 'decoded',
): string {
  return Buffer.from(readPartContent(raw, path, form)?.bytes ?? 'no such part').toString('utf8');
}

function nestedMultiparts(depth: number, close: boolean): Buffer {
  const levels = Array.from({ length: depth }, (_, n) => n);
  return mail(
    ...levels.flatMap((n) => [`Content-Type: multipart/mixed; boundary="b${n}"`, '', `--b${n}`]),
    'Content-Type: text/plain',
    '',
    'the innermost',
    ...(close ? levels.toReversed().map((n) => `--b${n}--`) : []),
  );
}

test('lists every part with its place, type, sizes and names', () => {
  const raw = mail(
    'Subject: Parts',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=outer',
    '',
    'a preamble',
    '--outer',
    'Content-Type: multipart/alternative; boundary="inner part"',
    '',
    '--inner part',
    'Content-Type: text/plain; charset=iso-8859-15; format=flowed',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Price: 5 =A4',
    '--inner part',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Hi</p>',
    '--inner part--',
    '',
    '--outer',
    'Content-Type: image/png',
    'Content-Disposition: attachment; filename*0*=UTF-8\'\'%e2%82%ac; filename*1="-logo.png"',
    'Content-ID: <logo@example.com>',
    'Content-Description: =?utf-8?q?Our_logo?=',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0K',
    'GgoAAAA=',
    '--outer--',
    '',
  );
  const { parts } = readStructure(raw);
  expect(outline(raw)).toEqual([
    '1 multipart/mixed',
    '1.1 multipart/alternative',
    '1.1.1 text/plain',
    '1.1.2 text/html',
    '1.2 image/png',
  ]);
  expect(parts[2]).toMatchObject({
    charset: 'iso-8859-15',
    encoding: 'quoted-printable',
    parameters: [['format', 'flowed']],
    sentSize: 12,
    size: 10,
  });
  expect(parts[4]).toMatchObject({
    fileName: '€-logo.png',
    disposition: 'attachment',
    contentId: '<logo@example.com>',
    description: 'Our logo',
    sentSize: 18,
    size: 11,
  });
  expect(problems(raw)).toEqual({});
  expect(content(raw, '1.1.1', 'text')).toBe('Price: 5 €');
  expect(content(raw, '1.2', 'sent')).toBe('iVBORw0K\r\nGgoAAAA=');
  expect(content(raw, '1.1.2', 'source')).toBe('Content-Type: text/html; charset=utf-8\r\n\r\n<p>Hi</p>');
  expect(readPartContent(raw, '1.3', 'decoded')).toBeUndefined();
  expect(readPartContent(raw, '1.2.1', 'decoded')).toBeUndefined();
});

test('goes into messages within messages, encoded ones too', () => {
  const innermost = mail('Subject: Innermost', '', 'deep down');
  const raw = mail(
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'Subject: Within',
    'Content-Type: multipart/mixed; boundary=c',
    '',
    '--c',
    'Content-Type: message/rfc822',
    'Content-Transfer-Encoding: base64',
    '',
    innermost.toString('base64'),
    '--c--',
    '--b',
    '',
    'after it',
    '--b--',
  );
  expect(outline(raw)).toEqual([
    '1 multipart/mixed',
    '1.1 message/rfc822',
    '1.1.1 multipart/mixed',
    '1.1.1.1 message/rfc822',
    '1.1.1.1.1 text/plain',
    '1.2 text/plain',
  ]);
  expect(problems(raw)).toEqual({ '1.1.1.1': ['composite-encoded'] });
  expect(content(raw, '1.1.1.1.1')).toBe('deep down');
  expect(nestedMessage(raw, '1.1.1.1')?.equals(innermost)).toBe(true);
  expect(nestedMessage(raw, '1.2')).toBeUndefined();
});

test('gives the files that are packed in a text as parts of it', () => {
  const raw = mail(
    'Subject: Old ways',
    '',
    'Here it is:',
    '',
    'begin 644 cat.txt',
    '#0V%T',
    '`',
    'end',
    '',
    'begin 644 never-ends.txt',
    '#0V%T',
  );
  expect(readStructure(raw).parts.map(({ path, origin, fileName }) => [path, origin, fileName])).toEqual([
    ['1', 'mime', null],
    ['1.1', 'uuencode', 'cat.txt'],
  ]);
  expect(content(raw, '1.1')).toBe('Cat');
});

describe('tells what is wrong:', () => {
  const part = (...lines: readonly string[]): Buffer => mail('Subject: Broken', ...lines);
  test.each<[string, Buffer, Record<string, string[]>]>([
    [
      'a closing boundary that is missing',
      part('Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'text'),
      { '1': ['boundary-unclosed'] },
    ],
    [
      'an inner multipart that the outer one ends',
      part(
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: multipart/mixed; boundary=c',
        '',
        '--c',
        '',
        'text',
        '--b--',
      ),
      { '1.1': ['boundary-unclosed'] },
    ],
    [
      'a boundary that never appears',
      part('Content-Type: multipart/mixed; boundary=b', '', 'text'),
      { '1': ['boundary-unused'] },
    ],
    ['no boundary', part('Content-Type: multipart/mixed', '', 'text'), { '1': ['boundary-missing'] }],
    [
      'text after the end',
      part('Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'text', '--b--', 'and more'),
      { '1': ['text-after-end'] },
    ],
    [
      'characters that are no base64, and a torn end',
      part('Content-Transfer-Encoding: base64', '', 'SGV*sbG8hX'),
      { '1': ['base64-characters', 'base64-length'] },
    ],
    [
      'equals signs that are no escapes',
      part('Content-Transfer-Encoding: quoted-printable', '', 'a=b and =C3=A4', ''),
      { '1': ['quoted-printable-escapes', 'charset-missing'] },
    ],
    [
      'an unknown encoding',
      part('Content-Transfer-Encoding: rot13', '', 'uryyb'),
      { '1': ['encoding-unknown'] },
    ],
    [
      'an unknown charset',
      part('Content-Type: text/plain; charset=klingon', '', 'nuqneH'),
      { '1': ['charset-unknown'] },
    ],
    [
      'bytes that the charset does not have',
      part('Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', 'gr\xfcn'),
      { '1': ['charset-wrong'] },
    ],
    ['bytes beyond ASCII in 7bit', part('', 'gr\xfcn'), { '1': ['eight-bit', 'charset-missing'] }],
    ['NUL bytes', part('', 'a\0b'), { '1': ['nul-bytes'] }],
    ['a long line', part('', 'x'.repeat(999)), { '1': ['long-lines'] }],
    ['raw bytes in the header', mail('Subject: gr\xfcn', '', 'text'), { '1': ['header-no-utf8'] }],
    ['raw UTF-8 in the header', mail('Subject: gr\xc3\xbcn', '', 'text'), { '1': ['header-utf8'] }],
    [
      'stray lines in the header',
      mail('Subject: a', 'what is this', '', ''),
      { '1': ['header-stray-lines'] },
    ],
    ['no header', mail('just a text', 'and more of it'), { '1': ['header-missing'] }],
    ['a header that nothing ends', mail('Subject: a'), { '1': ['header-unended'] }],
    ['an unreadable type', part('Content-Type: text', '', 'text'), { '1': ['type-unreadable'] }],
    [
      'names that lie',
      part(
        'Content-Type: application/pdf; name="=?utf-8?q?a?="',
        'Content-Disposition: attachment; filename="../b.pdf"',
        '',
        '',
      ),
      { '1': ['names-differ', 'name-path'] },
    ],
  ])('%s', (_, raw, expected) => {
    expect(problems(raw)).toEqual(expected);
  });
});

describe('keeps its bounds:', () => {
  test('a hundred levels are read, a thousand are not, and that is told', () => {
    expect(readStructure(nestedMultiparts(100, true)).parts).toHaveLength(101);
    expect(problems(nestedMultiparts(100, true))).toEqual({});
    const { parts } = readStructure(nestedMultiparts(1000, true));
    expect(parts.length).toBeLessThan(200);
    expect(parts.at(-1)?.problems).toMatchObject([{ code: 'too-deep' }]);
    expect(content(nestedMultiparts(100, false), `1${'.1'.repeat(100)}`)).toBe('the innermost');
  });

  test('a message that holds messages without end is read so far', () => {
    const { parts } = readStructure(Buffer.from('Content-Type: message/rfc822\r\n\r\n'.repeat(100_000)));
    expect(parts.length).toBeLessThan(200);
  });

  test('a thousand parts are listed; of many thousand the others are counted', () => {
    const many = (count: number): Buffer =>
      mail('Content-Type: multipart/mixed; boundary=b', '', ...Array(count).fill('--b\r\n\r\nx'), '--b--');
    expect(readStructure(many(1000))).toMatchObject({ leftOut: 0 });
    expect(readStructure(many(1000)).parts).toHaveLength(1001);
    const { parts, leftOut } = readStructure(many(5000));
    expect(parts.length + leftOut).toBe(5001);
    expect(leftOut).toBeGreaterThan(0);
  });

  test.each<[string, (size: number) => Buffer]>([
    ['unclosed multiparts within each other', (size) => nestedMultiparts(size * 20, false)],
    [
      'lines that are nearly boundaries',
      (size) => mail('Content-Type: multipart/mixed; boundary=bb', '', '--b\r\n'.repeat(size * 5000)),
    ],
    ['headers without end', (size) => Buffer.from('a:\r\n'.repeat(size * 5000))],
    ['uuencoded files that never end', (size) => mail('', 'begin 644 a\r\n'.repeat(size * 5000))],
    [
      'encoded messages within each other',
      (size) =>
        Buffer.from(
          'Content-Type: message/rfc822\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'.repeat(
            size * 500,
          ),
        ),
    ],
  ])('eight times as much of %s takes no more than thirty times as long', (_, make) => {
    const small = make(4);
    const large = make(32);
    readStructure(small);
    const time = (raw: Buffer): number => {
      const rounds = Array.from({ length: 5 }, () => {
        const start = performance.now();
        readStructure(raw);
        return performance.now() - start;
      });
      return Math.min(...rounds);
    };
    expect(time(large)).toBeLessThan(30 * time(small) + 30);
  });
});

test.each(mailFixtureNames())('reads %s', (name) => {
  const raw = mailFixture(name);
  const { parts } = readStructure(raw);
  expect(parts[0]?.path).toBe('1');
  for (const { path, size } of parts.filter(({ childCount }) => childCount === 0)) {
    expect(readPartContent(raw, path, 'decoded')?.bytes.length).toBe(size);
  }
});
