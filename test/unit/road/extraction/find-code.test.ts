import { expect, test } from 'vitest';
import { readMessage } from '../../../../electron/road/reading/read-message.ts';

async function codeOf(subject: string, body: string, type = 'text/plain'): Promise<string | null> {
  const raw = `From: a@example.com\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body}`;
  return (await readMessage(Buffer.from(raw))).code?.typed ?? null;
}

test.each([
  ['digits', 'Your verification code is 482913.', '482913'],
  ['digits in groups', 'Your verification code is 482 913.', '482913'],
  ['groups between hyphens', 'Your verification code is 482-913.', '482913'],
  ['letters in groups', 'Enter this device code: WDJB-MJHT', 'WDJB-MJHT'],
  ['a prefix', 'G-482913 is your Google verification code.', 'G-482913'],
  ['capitals and digits', 'Your login code: 7KQ29X', '7KQ29X'],
  ['Arabic-Indic digits', 'رمز التحقق الخاص بك هو ٤٨٢٩١٣', '482913'],
  ['Devanagari digits', 'आपका सत्यापन कोड ४८२९१३ है', '482913'],
  ['full-width digits', '認証コード：４８２９１３', '482913'],
])('a code of %s', async (_, text, code) => {
  expect(await codeOf('Hello', text)).toBe(code);
});

test.each([
  ['Your code is 204817', '204817'],
  ['Hi Jane,\r\nyour code is 204817.\r\nBye', '204817'],
  ['Your PIN is 4821', '4821'],
  ['Ihr Code lautet 204817', '204817'],
  ['Votre code est 204817', '204817'],
  ['Tu código es 204817', '204817'],
  ['Il tuo codice è 204817', '204817'],
  ['Seu código é 204817', '204817'],
  ['Twój kod to 204817', '204817'],
])('nothing but “%s”', async (text, code) => {
  expect(await codeOf('Hello', text)).toBe(code);
});

test.each([
  ['Your code is SAVE20'],
  ['Your discount code is 204817'],
  ['The area code is 0131'],
  ['The postal code is 560001'],
  ['The error code is 500123'],
  ['Your booking code is 204817'],
  ['Koramangala, PIN 560034'],
])('no code in “%s”', async (text) => {
  expect(await codeOf('Hello', text)).toBeNull();
});

test.each([
  ['hidden by its style', '<div style="display:none">Your verification code is 111222</div><p>Hello</p>'],
  ['in letters of no size', '<div style="font-size:0">Your verification code is 111222</div><p>Hello</p>'],
  ['white on white', '<p style="color:#fff;background:#FFFFFF">Your verification code is 111222</p>'],
  [
    'hidden by a rule',
    '<style>.pre{display:none}</style><div class="pre">Your verification code is 111222</div>',
  ],
  ['in a style sheet', '<style>.code { color: #482913 }</style><p>Hello</p>'],
  ['in a comment', '<!-- Your verification code is 111222 --><p>Hello</p>'],
])('nobody sees a code %s', async (_, html) => {
  expect(await codeOf('Hello', html, 'text/html')).toBeNull();
});

test('a code with a cell for each of its digits', async () => {
  const cells = '482913'
    .split('')
    .map((digit) => `<td>${digit}</td>`)
    .join('');
  const html = `<p>Your verification code</p><table><tr>${cells}</tr></table>`;
  expect(await codeOf('Hello', html, 'text/html')).toBe('482913');
});
