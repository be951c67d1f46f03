import { refusal } from '../refusals.ts';
import type { Field } from './field.ts';
import { mergedHeaders } from './headers.ts';
import { mailboxIn, mailboxesOfEach } from './mailboxes.ts';
import type { Vendor, VendorFile, VendorMail } from './vendor-mail.ts';

/**
 * Amazon SES v2 SendEmail (https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html) with simple
 * content, the only one that ZeptoMail documents (https://www.zoho.com/zeptomail/help/amazon-ses-transition-api.html).
 */
export const amazonSes: Vendor = { name: 'Amazon SES', shape: 'as', readMails: (root) => [readMail(root)] };

function readMail(root: Field): VendorMail {
  const simple = simpleContent(root.get('Content'));
  const body = simple.get('Body');
  const subject = simple.get('Subject').get('Data');
  // Amazon writes “Html”, ZeptoMail's page “HTML”.
  const html = body.oneOf('Html', 'HTML').get('Data');
  const text = body.get('Text').get('Data');
  const destination = root.get('Destination');
  return {
    from: mailboxIn(root.get('FromEmailAddress')),
    to: mailboxesOfEach(destination.get('ToAddresses')),
    cc: mailboxesOfEach(destination.get('CcAddresses')),
    bcc: mailboxesOfEach(destination.get('BccAddresses')),
    replyTo: mailboxesOfEach(root.get('ReplyToAddresses')),
    subject: { value: subject.text(), path: subject.path },
    html: { value: html.text(), path: html.path },
    text: { value: text.text(), path: text.path },
    files: simple.get('Attachments').entries().map(readFile),
    headers: mergedHeaders(root.oneOf('Headers', 'headers'), simple.get('Headers')),
    trackOpens: undefined,
    trackClicks: undefined,
  };
}

function simpleContent(content: Field): Field {
  const simple = content.get('Simple');
  const other = content.oneOf('Raw', 'Template');
  if (!simple.isGiven && other.isGiven) {
    const explanation = `ZeptoMail documents “Content.Simple” only, not “${other.path}”: send subject and bodies, or a raw mail by SMTP.`;
    simple.note(refusal('field-empty', { target: simple.path, explanation }));
  }
  return simple;
}

function readFile(file: Field): VendorFile {
  const [name, type, content] = [file.get('FileName'), file.get('ContentType'), file.get('RawContent')];
  const contentId = file.get('ContentId');
  return {
    isInline: contentId.isGiven && file.get('ContentDisposition').text() !== 'ATTACHMENT',
    path: file.path,
    name: { value: name.text(), path: name.path },
    mimeType: { value: type.text() ?? 'application/octet-stream', path: type.path },
    contentId: { value: contentId.text(), path: contentId.path },
    content: { value: content.text(), path: content.path },
  };
}
