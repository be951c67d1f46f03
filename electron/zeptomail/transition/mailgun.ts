import type { Address } from '#shared/message.ts';
import type { JsonObject } from '../email/json-object.ts';
import type { Field, Sourced } from './field.ts';
import { replyToAmong, withoutReplyTo } from './headers.ts';
import { mailboxIn, mailboxesOfEach, parseMailboxes } from './mailboxes.ts';
import { readForm } from './read-form.ts';
import { fileOf } from './named-file.ts';
import type { Vendor, VendorMail } from './vendor-mail.ts';

/**
 * Mailgun's messages (https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages), a form, as
 * ZeptoMail takes it (https://www.zoho.com/zeptomail/help/mailgun-transition-api.html).
 */
export const mailgun: Vendor = {
  name: 'Mailgun',
  shape: 'mg',
  readBody: readForm,
  readMails: (root) => [readMail(root)],
};

/** Every field of a form is a list, because it may be there several times. */
function readMail(root: Field): VendorMail {
  const from = root.get('from');
  const headers = headersOf(root);
  const replyTo = replyToAmong(headers);
  return {
    from: firstMailbox(from),
    to: mailboxesOfEach(root.get('to')),
    cc: mailboxesOfEach(root.get('cc')),
    bcc: mailboxesOfEach(root.get('bcc')),
    replyTo: { value: parseMailboxes(replyTo?.value ?? ''), path: 'h:Reply-To' },
    subject: firstText(root.get('subject')),
    html: firstText(root.get('html')),
    text: firstText(root.get('text')),
    files: [
      ...root
        .get('attachment')
        .entries()
        .map((file) => fileOf(file, 'filename', false)),
      ...root
        .get('inline')
        .entries()
        .map((file) => fileOf(file, 'filename', true)),
    ],
    headers: withoutReplyTo(headers),
    trackOpens: tracking(root, 'o:tracking-opens'),
    trackClicks: tracking(root, 'o:tracking-clicks'),
  };
}

function firstMailbox(field: Field): Sourced<Address | undefined> {
  const [first] = field.entries();
  return { value: first === undefined ? undefined : mailboxIn(first).value, path: field.path };
}

function firstText(field: Field): Sourced<string | undefined> {
  return { value: field.entries()[0]?.text(), path: field.path };
}

/** `h:X-Order` is the header field X-Order. */
function headersOf(root: Field): Sourced<JsonObject> {
  const names = Object.keys(root.record() ?? {}).filter((key) => key.startsWith('h:'));
  return {
    value: Object.fromEntries(names.map((key) => [key.slice(2), firstText(root.get(key)).value])),
    path: 'h:',
  };
}

/** `yes`, `true` and `htmlonly` turn it on; `o:tracking` stands for both kinds. */
function tracking(root: Field, name: string): boolean | undefined {
  const given = firstText(root.get(name)).value ?? firstText(root.get('o:tracking')).value;
  return given === undefined ? undefined : /^(?:yes|true|htmlonly)$/i.test(given);
}
