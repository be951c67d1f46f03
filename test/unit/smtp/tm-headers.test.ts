import { expect, test } from 'vitest';
import { takeTmHeaders } from '../../../electron/smtp/tm-headers.ts';

function take(...lines: string[]) {
  const { tm, raw } = takeTmHeaders(Buffer.from(lines.join('\r\n')));
  return { tm, raw: raw.toString() };
}

test('the fields are read and taken out wherever they stand, and nothing else is touched', () => {
  const { tm, raw } = take(
    'X-TM-Open-Track: TRUE',
    'Subject: Ä',
    ' folded',
    'X-TM-FILE-KEY: 2d6f.a.h1.b.c,',
    ' 2d6f.a.h1.b.d : Rechnung.pdf ,',
    'X-TM-Other: stays',
    'X-TM-CLIENT-REF: =?utf-8?q?J=C3=BCrgen?=',
    '',
    'X-TM-CLICK-TRACK: true',
  );
  expect(tm).toEqual({
    fileKeys: [
      { key: '2d6f.a.h1.b.c', name: null },
      { key: '2d6f.a.h1.b.d', name: 'Rechnung.pdf' },
    ],
    trackOpens: true,
    trackClicks: null,
    clientReference: 'Jürgen',
  });
  expect(raw).toBe('Subject: Ä\r\n folded\r\nX-TM-Other: stays\r\n\r\nX-TM-CLICK-TRACK: true');
});

test('a header without an empty line after it keeps its last line end', () => {
  const { raw } = take('X-TM-CLIENT-REF: a', 'Subject: b', '');
  expect(raw).toBe('Subject: b\r\n');
});

test.each(['\r\n', '\n'])(
  'a message of nothing but these fields keeps its empty line and its body',
  (end) => {
    const { raw } = takeTmHeaders(Buffer.from(`X-TM-CLIENT-REF: a${end}${end}Hello`));
    expect(raw.toString()).toBe(`${end}Hello`);
  },
);
