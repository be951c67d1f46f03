import type { Address } from '#shared/message.ts';
import { refusal } from '../refusals.ts';
import type { Field, Sourced } from './field.ts';
import { mergedHeaders } from './headers.ts';
import { emailAndName } from './mailboxes.ts';
import type { VendorFile, VendorMail } from './vendor-mail.ts';

/**
 * SendGrid's way of saying who gets what, which MailChannels shares: each entry of `personalizations` is a mail of
 * its own, and overrides what the body says for all. Substitutions and template data are not replaced: ZeptoMail
 * documents none here (assumed).
 */
export function readPersonalized(root: Field): readonly VendorMail[] {
  const personalizations = root.get('personalizations');
  const entries = personalizations.entries();
  if (entries.length === 0) {
    const explanation = 'There is no recipient. Give “personalizations” as [{"to": [{"email": "..."}]}].';
    personalizations.note(refusal('field-empty', { target: 'personalizations', explanation }));
    return [];
  }
  const bodies = readContent(root.get('content'));
  const files = root.get('attachments').entries().map(readFile);
  const tracking = root.get('tracking_settings');
  const common = {
    ...bodies,
    files,
    trackOpens: tracking.get('open_tracking').get('enable').flag(),
    trackClicks: tracking.get('click_tracking').get('enable').flag(),
  };
  return entries.map((entry) => {
    const from = either(entry.get('from'), root.get('from'));
    const subject = either(entry.get('subject'), root.get('subject'));
    return {
      ...common,
      from: { value: emailAndName(from), path: from.path },
      to: mailboxesOf(entry.get('to')),
      cc: mailboxesOf(entry.get('cc')),
      bcc: mailboxesOf(entry.get('bcc')),
      replyTo: replyTo(entry, root),
      subject: { value: subject.text(), path: subject.path },
      headers: mergedHeaders(root.get('headers'), entry.get('headers')),
    };
  });
}

function either(own: Field, common: Field): Field {
  return own.isGiven ? own : common;
}

function mailboxesOf(field: Field): Sourced<readonly Address[]> {
  return {
    value: field.entries().map((entry) => emailAndName(entry) ?? { address: '', name: '' }),
    path: field.path,
  };
}

function replyTo(entry: Field, root: Field): Sourced<readonly Address[]> {
  const list = root.get('reply_to_list');
  if (list.isGiven) {
    return mailboxesOf(list);
  }
  const field = either(entry.get('reply_to'), root.get('reply_to'));
  const mailbox = emailAndName(field);
  return { value: mailbox === undefined ? [] : [mailbox], path: field.path };
}

/**
 * `text/plain` and `text/html`; ZeptoMail's own pages also show `html/text` and `html/plain`, of which the word that
 * is not `text` is taken to decide (assumed).
 */
function readContent(content: Field): Pick<VendorMail, 'html' | 'text'> {
  let html: Sourced<string | undefined> = { value: undefined, path: content.path };
  let text: Sourced<string | undefined> = html;
  for (const part of content.entries()) {
    const type = part.get('type').text()?.toLowerCase() ?? '';
    const value = part.get('value');
    if (type.includes('plain')) {
      text = { value: value.text(), path: value.path };
    } else if (type.includes('html')) {
      html = { value: value.text(), path: value.path };
    } else {
      const target = part.get('type').path;
      const explanation = `“${target}” is neither “text/plain” nor “text/html”; Restante left this content out.`;
      part.note(refusal('invalid-mime-type', { target, targetValue: type, explanation }));
    }
  }
  return { html, text };
}

function readFile(file: Field): VendorFile {
  const contentId = file.get('content_id');
  const mimeType = file.get('type');
  const name = file.get('filename');
  return {
    // Without a Content-ID nothing can show it, whatever the disposition says: it stays an attachment.
    isInline: contentId.isGiven && file.get('disposition').text() !== 'attachment',
    path: file.path,
    name: { value: name.text(), path: name.path },
    mimeType: { value: mimeType.text() ?? 'application/octet-stream', path: mimeType.path },
    contentId: { value: contentId.text(), path: contentId.path },
    content: { value: file.get('content').text(), path: file.get('content').path },
  };
}
