import * as fc from 'fast-check';
import { type AddressObject, simpleParser } from 'mailparser';

/** Words as people write them, in any script: no control characters, no blanks at the ends or in rows. */
export const words = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 })
  .map((parts) =>
    parts
      .join(' ')
      .replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '');

const local = fc.stringMatching(/^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,12}(?:\.[a-z0-9+_-]{1,8})?$/);
const domain = fc.constantFrom('shop.test', 'customer.test', 'sub.shop.test');
const mailbox = fc.record({ address: fc.tuple(local, domain).map(([l, d]) => `${l}@${d}`), name: words });
const mailboxes = fc.uniqueArray(mailbox, {
  minLength: 1,
  maxLength: 5,
  selector: ({ address }) => address,
});
const nobody = fc.uniqueArray(mailbox, { maxLength: 0 });
const attachment = fc.record({
  name: words.map((name) => `${name.slice(0, 60).toWellFormed().trim()}.bin`),
  mime_type: fc.constantFrom('application/pdf', 'image/png', 'text/csv', 'text/plain; charset=utf-8'),
  content: fc.uint8Array({ minLength: 1, maxLength: 300 }),
});

export const anyMail = fc.record({
  from: mailbox,
  to: mailboxes,
  cc: fc.oneof(nobody, mailboxes),
  bcc: fc.oneof(nobody, mailboxes),
  subject: words,
  text: words,
  html: words,
  attachments: fc.array(attachment, { maxLength: 3 }),
});
type AnyMail = typeof anyMail extends fc.Arbitrary<infer Mail> ? Mail : never;

/** The mail as the body of a send. */
export function bodyOf({ from, to, cc, bcc, subject, text, html, attachments }: AnyMail) {
  const listed = (boxes: AnyMail['to']): object[] => boxes.map((email_address) => ({ email_address }));
  return {
    from,
    to: listed(to),
    cc: listed(cc),
    bcc: listed(bcc),
    subject,
    textbody: text,
    htmlbody: html,
    attachments: attachments.map((file) => ({
      ...file,
      content: Buffer.from(file.content).toString('base64'),
    })),
  };
}

/** What a person sees of the mail: its bcc is for nobody's eyes. */
export function shownOf({ from, to, cc, subject, text, html, attachments }: Omit<AnyMail, 'bcc'>) {
  return {
    from: [from],
    to,
    cc,
    bcc: [],
    subject,
    text,
    html,
    files: attachments.map(({ name, content }) => [name, Buffer.from(content).toString('hex')]),
  };
}

/** The same, read from the MIME of a mail by a parser that is not ours. */
export async function readBack(raw: Uint8Array) {
  const mail = await simpleParser(Buffer.from(raw), { skipTextToHtml: true });
  return {
    from: boxesOf(mail.from),
    to: boxesOf(mail.to),
    cc: boxesOf(mail.cc),
    bcc: boxesOf(mail.bcc),
    subject: mail.subject,
    text: mail.text?.trimEnd(),
    html: mail.html === false ? '' : mail.html?.trimEnd(),
    files: mail.attachments.map(({ filename, content }) => [filename, content.toString('hex')]),
  };
}

function boxesOf(field: AddressObject | AddressObject[] | undefined): object[] {
  return (Array.isArray(field) ? field : field === undefined ? [] : [field])
    .flatMap(({ value }) => value)
    .map(({ address, name }) => ({ address, name }));
}
