import { expect, test } from 'vitest';
import { attachmentDisposition } from '../../../electron/control/content-disposition.ts';
import { mailFileName, safeFileName } from '../../../shared/file-names.ts';

test.each([
  ['report.pdf', 'report.pdf'],
  ['Größe №7.pdf', 'Größe №7.pdf'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\Windows\\evil.exe', 'C__Windows_evil.exe'],
  ['a\r\nSet-Cookie: x=1', 'a__Set-Cookie_ x=1'],
  ['say "hi".txt', 'say _hi_.txt'],
  ['invoice\u202Efdp.exe', 'invoice_fdp.exe'],
  ['.htaccess', 'htaccess'],
  ['...', 'attachment'],
  ['', 'attachment'],
  ['NUL.txt', '_NUL.txt'],
  ['com1', '_com1'],
  ['console.log', 'console.log'],
  ['lone \uD800 half', 'lone \uFFFD half'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(76)}.pdf`],
  [`${'😀'.repeat(80)}.pdf`, `${'😀'.repeat(59)}.pdf`],
  [`${'x'.repeat(75)}. ${'y'.repeat(9)}.pdf`, `${'x'.repeat(75)}.pdf`],
])('the attachment name %j is saved as %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('a download carries an ASCII name and the whole one, whatever the name', () => {
  expect(attachmentDisposition("Größe'(1).pdf")).toBe(
    "attachment; filename=\"Gr__e'(1).pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%27%281%29.pdf",
  );
  for (const name of ['a"; filename=b', '100%.txt', '\u0000\r\n', '日本語.txt', '😀'.repeat(200)]) {
    const disposition = attachmentDisposition(name);
    expect(disposition).toMatch(/^attachment; filename="[^"\\%\r\n]*"; filename\*=UTF-8''[\w.~%-]+$/);
    expect(() => new Headers({ 'Content-Disposition': disposition })).not.toThrow();
  }
});

test.each([
  ['Your order: 7/9 “shipped”!', 'your-order-7-9-shipped.eml'],
  ['Größe', 'größe.eml'],
  ['', 'message.eml'],
  ['☃', 'message.eml'],
  ['x'.repeat(200), `${'x'.repeat(60)}.eml`],
])('a message about %j is saved as %j', (subject, name) => {
  expect(mailFileName(subject)).toBe(name);
});
