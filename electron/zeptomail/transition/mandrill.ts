import type { Address } from '#shared/message.ts';
import type { Field, Sourced } from './field.ts';
import { mergedHeaders, replyToAmong, withoutReplyTo } from './headers.ts';
import { emailAndName, parseMailboxes } from './mailboxes.ts';
import { fileOf } from './named-file.ts';
import type { Vendor, VendorMail } from './vendor-mail.ts';

/**
 * Mandrill's messages/send (https://mailchimp.com/developer/transactional/api/messages/send-new-message/), as
 * ZeptoMail takes it (https://www.zoho.com/zeptomail/help/mandrill-transition-api.html). All recipients share one
 * mail, whatever `preserve_recipients` says (assumed).
 */
export const mandrill: Vendor = { name: 'Mandrill', shape: 'md', readMails: (root) => [readMail(root)] };

function readMail(root: Field): VendorMail {
  const message = root.get('message');
  const [subject, html, text] = [message.get('subject'), message.get('html'), message.get('text')];
  const headers = mergedHeaders(root.oneOf('headers', 'Headers'), message.get('headers'));
  // Mandrill has no field for it.
  const replyTo = replyToAmong(headers);
  const bcc = message.get('bcc_address');
  return {
    from: senderOf(message),
    to: recipients(message.get('to'), 'to'),
    cc: recipients(message.get('to'), 'cc'),
    bcc: {
      value: [...recipients(message.get('to'), 'bcc').value, ...parseMailboxes(bcc.text() ?? '')],
      path: bcc.isGiven ? bcc.path : message.get('to').path,
    },
    replyTo: { value: parseMailboxes(replyTo?.value ?? ''), path: replyTo?.path ?? headers.path },
    subject: { value: subject.text(), path: subject.path },
    html: { value: html.text(), path: html.path },
    text: { value: text.text(), path: text.path },
    files: [
      ...message
        .get('attachments')
        .entries()
        .map((file) => fileOf(file, 'name', false)),
      ...message
        .get('images')
        .entries()
        .map((file) => fileOf(file, 'name', true)),
    ],
    headers: withoutReplyTo(headers),
    trackOpens: message.get('track_opens').flag(),
    trackClicks: message.get('track_clicks').flag(),
  };
}

function senderOf(message: Field): Sourced<Address | undefined> {
  const address = message.get('from_email');
  const name = message.get('from_name').text() ?? '';
  return {
    value: address.isGiven ? { address: address.text() ?? '', name } : undefined,
    path: address.path,
  };
}

/** The entries of `to` with this `type`; without one it is `to`. */
function recipients(list: Field, type: 'to' | 'cc' | 'bcc'): Sourced<readonly Address[]> {
  return {
    value: list
      .entries()
      .filter((entry) => kindOf(entry) === type)
      .map((entry) => emailAndName(entry) ?? { address: '', name: '' }),
    path: list.path,
  };
}

function kindOf(entry: Field): 'to' | 'cc' | 'bcc' {
  const type = entry.get('type').text();
  return type === 'cc' || type === 'bcc' ? type : 'to';
}
