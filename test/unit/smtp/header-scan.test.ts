import { describe, expect, test } from 'vitest';
import { scanHeader } from '../../../electron/smtp/header-scan.ts';

function scan(lines: readonly string[]): ReturnType<typeof scanHeader> {
  return scanHeader(Buffer.from(`${lines.join('\r\n')}\r\n\r\nSubject: not this\r\n`));
}

describe('the scan of the header', () => {
  test.each([
    ['an address', 'a@x.test', { address: 'a@x.test', name: '' }],
    ['an address in brackets', '<a@x.test>', { address: 'a@x.test', name: '' }],
    ['a name', 'Ann Lee <a@x.test>', { address: 'a@x.test', name: 'Ann Lee' }],
    [
      'a quoted name with brackets',
      '"Lee, <b@y.test>" <a@x.test>',
      { address: 'a@x.test', name: 'Lee, <b@y.test>' },
    ],
    ['a comment', '(<b@y.test>) a@x.test', { address: 'a@x.test', name: '' }],
    ['the first of several', 'a@x.test, b@y.test', { address: 'a@x.test', name: '' }],
    ['an encoded name', '=?utf-8?b?SsO2cmc=?= <a@x.test>', { address: 'a@x.test', name: 'Jörg' }],
    ['a UTF-8 address', 'Jörg <jörg@bücher.test>', { address: 'jörg@bücher.test', name: 'Jörg' }],
    ['nothing that is an address', 'Ann', null],
  ])('finds in From %s', (_, field, from) => {
    expect(scan([`From: ${field}`, 'Subject: s']).from).toEqual(from);
  });

  test.each([
    ['plain', 'Subject: Hello', 'Hello'],
    ['in capitals', 'SUBJECT:Hello', 'Hello'],
    ['folded', 'Subject: one\r\n two\r\n\tthree', 'one two\tthree'],
    ['in two encoded words', 'Subject: =?utf-8?q?Gr=C3=BC?= =?iso-8859-1?q?=DFe_?=', 'Grüße'],
    ['in an unknown charset', 'Subject: =?x-unknown?q?a?=', '=?x-unknown?q?a?='],
    ['raw UTF-8', 'Subject: Grüße 🎉', 'Grüße 🎉'],
    ['missing', 'X-Subject: no', ''],
    ['empty', 'Subject:', ''],
  ])('finds a subject that is %s', (_, line, subject) => {
    expect(scan(['From: a@x.test', line]).subject).toBe(subject);
  });

  test('does not look into the body, also with bare line feeds', () => {
    expect(scanHeader(Buffer.from('From: a@x.test\n\nSubject: body\n')).subject).toBe('');
  });

  test('does not claim that a subject is missing in a header that is too long to look through', () => {
    const long = Buffer.from(`${'X-Filler: x\r\n'.repeat(10_000)}Subject: late\r\n\r\n`);
    expect(scanHeader(long)).toEqual({ from: null, subject: null, hasTmFields: false });
  });
});
