import type { Field } from './field.ts';
import { headersIn } from './headers.ts';
import { mailboxIn, mailboxesIn } from './mailboxes.ts';
import type { Vendor, VendorFile, VendorMail } from './vendor-mail.ts';

/**
 * Postmark's /email (https://postmarkapp.com/developer/api/email-api), as ZeptoMail takes it
 * (https://www.zoho.com/zeptomail/help/api/postmark-transition-api.html).
 */
export const postmark: Vendor = { name: 'Postmark', shape: 'pm', readMails: (root) => [readMail(root)] };

function readMail(root: Field): VendorMail {
  const [subject, html, text] = [root.get('Subject'), root.get('HtmlBody'), root.get('TextBody')];
  const trackLinks = root.get('TrackLinks').text();
  return {
    from: mailboxIn(root.get('From')),
    to: mailboxesIn(root.get('To')),
    cc: mailboxesIn(root.get('Cc')),
    bcc: mailboxesIn(root.get('Bcc')),
    replyTo: mailboxesIn(root.get('ReplyTo')),
    subject: { value: subject.text(), path: subject.path },
    html: { value: html.text(), path: html.path },
    text: { value: text.text(), path: text.path },
    files: root.get('Attachments').entries().map(readFile),
    headers: headersIn(root.get('Headers')),
    trackOpens: root.get('TrackOpens').flag(),
    trackClicks: trackLinks === undefined ? undefined : trackLinks !== 'None',
  };
}

/** A file with a ContentID, `cid:logo`, is shown by the HTML. */
function readFile(file: Field): VendorFile {
  const [name, type, content] = [file.get('Name'), file.get('ContentType'), file.get('Content')];
  const contentId = file.get('ContentID');
  return {
    isInline: contentId.isGiven,
    path: file.path,
    name: { value: name.text(), path: name.path },
    mimeType: { value: type.text(), path: type.path },
    contentId: { value: contentId.text()?.replace(/^cid:/i, ''), path: contentId.path },
    content: { value: content.text(), path: content.path },
  };
}
