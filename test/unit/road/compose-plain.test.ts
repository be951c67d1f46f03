import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MessageDraft, composeMessage } from '../../../electron/road/compose-message.ts';
import { composePlain } from '../../../electron/road/compose-plain.ts';

const draft: MessageDraft = {
  from: { address: 'orders@shop.test', name: 'Shop' },
  to: [{ address: 'jane@customer.test', name: '' }],
  cc: [],
  replyTo: [],
  subject: 'Hello',
  text: 'Hello',
  html: null,
  files: [],
  headers: [],
  messageId: '<ea36f19a.b7a3.m1.8f6a6d30-0b1b-11f0-a3a1-525400674725.195cf9a0003@shop.test>',
  date: new Date('2026-03-01T12:00:00.000Z'),
};

/** What people write, and what encoders have to look at twice. */
const letters = fc.constantFrom(
  ...'a,Z,0,.,?,!,=,=?,?=,",\\,-,_,<,>,@,ä,ß,я,日,😀'.split(','),
  ...'\t|\n|\r|\r\n| |,|\u0000|\u0007|\u007f|\u0085|\u00a0|\u2028|\ud800'.split('|'),
);
const word = fc.string({
  unit: fc.oneof({ weight: 12, arbitrary: fc.constantFrom('e', 'n') }, letters),
  maxLength: 90,
});
const text = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant('word '.repeat(9)) }, word), {
  maxLength: 12,
});
const body = fc.option(
  text.map((pieces) => pieces.join('')),
  { freq: 6 },
);
const domain = fc.constantFrom(
  ...'shop.test Shop.Test a-b.example localhost münchen.example xn--mnchen-3ya.example 1.2.3.4 a_b.c1'.split(
    ' ',
  ),
);
const localPart = fc.constantFrom('orders', 'o.r+d-e_r', "o'neil", 'ünicode', 'a..b', 'x'.repeat(70), 'a b');
const mailbox = fc.record({ address: fc.tuple(localPart, domain).map((both) => both.join('@')), name: word });
const mailboxes = fc.array(mailbox, { maxLength: 4 });

/** Nodemailer’s composer writes every message that has a field of its own, which comes first. */
async function byNodemailer(given: MessageDraft): Promise<string> {
  const raw = await composeMessage({ ...given, headers: [['X-Own', 'field']] });
  return withoutBoundary(raw).replace(/^X-Own: field\r\n/, '');
}

function withoutBoundary(raw: Buffer | undefined): string {
  return raw?.toString('latin1').replaceAll(/NmP-[\da-f-]{36}/g, 'NmP-same') ?? 'not composed';
}

test('a message of text, HTML or both is written as nodemailer writes it, byte for byte', async () => {
  const drafts = fc.record({
    from: mailbox,
    to: mailboxes,
    cc: mailboxes,
    replyTo: mailboxes,
    subject: word,
    text: body,
    html: body,
  });
  await fc.assert(
    fc.asyncProperty(drafts, async (given) => {
      fc.pre(Boolean(given.text || given.html));
      const whole = { ...draft, ...given };
      expect(withoutBoundary(composePlain(whole))).toBe(await byNodemailer(whole));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['lines that fit', 'a short line\n'.repeat(300)],
  ['lines of 76 characters', `${'x'.repeat(76)}\n`.repeat(50)],
  ['lines of 77 characters', `${'x'.repeat(77)}\n`.repeat(50)],
  ['a text too long to be looked at byte by byte', `${'plain '.repeat(20)}\n`.repeat(150)],
  ['the same with a control character at its end', `${'plain '.repeat(20)}\n`.repeat(150).concat('\u0007')],
  ['a short one with too many bytes', `${'日本 '.repeat(20)}\n`.repeat(200)],
  ['one long word', 'x'.repeat(9000)],
  ['digits only', '0123456789 '.repeat(50)],
  ['another script', 'ようこそ '.repeat(300)],
  ['a European language', 'Größe und Maß, née l’été: '.repeat(200)],
  ['a text whose lines nobody looks at', 'short\n'.repeat(22_000)],
])('so is %s', async (_, content) => {
  const given = { ...draft, text: content, html: `<p>${content}` };
  expect(withoutBoundary(composePlain(given))).toBe(await byNodemailer(given));
});

test.each<[string, Partial<MessageDraft>]>([
  ['files', { files: [{ name: 'a', mimeType: 'text/plain', content: Buffer.from('a'), contentId: null }] }],
  ['fields of its own', { headers: [['X-Own', 'field']] }],
  ['no body', { text: '', html: null }],
])('a message with %s is left to nodemailer', (_, changes) => {
  expect(composePlain({ ...draft, ...changes })).toBeUndefined();
});
