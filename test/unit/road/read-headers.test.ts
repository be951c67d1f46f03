import { expect, test } from 'vitest';
import { readHeaders } from '../../../electron/road/structure/read-headers.ts';

const complete = [
  'Date: Thu, 26 Nov 2026 10:00:00 +0100',
  'From: a@example.com',
  'Message-ID: <1@example.com>',
];

function headersOf(...lines: readonly string[]): NonNullable<ReturnType<typeof readHeaders>> {
  const headers = readHeaders(Buffer.from([...lines, '', 'text'].join('\r\n'), 'latin1'), '1');
  if (headers === undefined) {
    throw new Error('Every message has a header.');
  }
  return headers;
}

test('gives each field as it was sent beside how it reads', () => {
  const { fields, problems } = headersOf(
    ...complete,
    'sUBJECT : =?utf-8?q?Gr=C3=BC=C3=9Fe?=',
    '\t=?utf-8?q?_aus?= K\tln',
  );
  expect(fields.at(-1)).toEqual({
    name: 'sUBJECT',
    value: 'Grüße aus K\tln',
    sent: 'sUBJECT : =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n\t=?utf-8?q?_aus?= K\tln',
    problems: [],
  });
  expect(problems).toEqual([]);
});

test('says what a message lacks', () => {
  const codes = headersOf('Subject: a', 'Content-Type: text/html').problems;
  expect(codes.map(({ text }) => text)).toEqual([
    expect.stringContaining('no Date field'),
    expect.stringContaining('no From field'),
    expect.stringContaining('no Message-ID field'),
    expect.stringContaining('no MIME-Version'),
  ]);
});

test.each<[string, string[], string[]]>([
  ['a field that should stand once', ['Subject: one', 'Subject: two'], ['repeated']],
  ['a long line', [`Subject: ${'x'.repeat(990)}`], ['long-line']],
  ['raw UTF-8', ['Subject: gr\xc3\xbcn'], ['raw-utf8']],
  ['raw bytes that are none', ['Subject: gr\xfcn'], ['raw-bytes']],
  ['control characters', ['Subject: a\x07b'], ['control-characters']],
  ['an encoded word that is none', ['Subject: =?nowhere?q?a'], ['encoded-word']],
  ['a bad date', ['Date: yesterday'], ['repeated', 'date']],
  ['a bad Message-ID', ['Message-ID: 42'], ['repeated', 'message-id']],
  ['an empty field', ['Subject:'], ['empty']],
])('marks %s', (_, lines, codes) => {
  expect(
    headersOf(...complete, ...lines)
      .fields.at(-1)
      ?.problems.map(({ code }) => code),
  ).toEqual(codes);
});

test('reads the header of a part and of a message within, and asks of a part no more than it needs', () => {
  const raw = Buffer.from(
    'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nSubject: within\n\ntext\n--b--\n',
  );
  expect(readHeaders(raw, '1.1')).toMatchObject({ fields: [{ name: 'Content-Type' }], problems: [] });
  expect(readHeaders(raw, '1.1.1')?.problems).not.toEqual([]);
  expect(readHeaders(raw, '1.2')).toBeUndefined();
});

test('keeps its bounds: a field of a megabyte is cut, many thousand fields are counted', () => {
  const { fields } = headersOf(`Subject: ${'x'.repeat(1_000_000)}`);
  expect(fields[0]?.sent.length).toBe(32 * 1024);
  expect(fields[0]?.problems.map(({ code }) => code)).toEqual(['cut', 'long-line']);
  const many = headersOf(...Array<string>(5000).fill('X-A: 1'));
  expect(many.fields.length + many.leftOut).toBe(5000);
  expect(many.leftOut).toBe(4000);
});
