import type { StructurePart } from '#shared/structure.ts';
import { ownValue } from '#shared/own-value.ts';

/** What a type of part is for, in a sentence; types that speak for themselves have none. */
const sentences: Readonly<Record<string, string>> = {
  'multipart/mixed': 'Several parts one after the other: usually a text and its attachments.',
  'multipart/alternative':
    'The same content in several forms, the simplest first. A mail client shows the last one that it can.',
  'multipart/related':
    'A document, usually HTML, with the images and styles that it shows by cid: references.',
  'multipart/digest': 'A collection of messages.',
  'multipart/report':
    'A report by a mail system: a text for people, the facts for programs, and often the message it is about.',
  'multipart/signed':
    'Signed content: the first part is what was signed, the second the signature. Restante shows both and does not check the signature.',
  'multipart/encrypted':
    'Encrypted content: the first part names the method, the second is the encrypted message. Only the recipient’s key opens it.',
  'multipart/form-data':
    'The fields of a form. It has no business in mail, and most mail clients show it as attachments.',
  'multipart/parallel': 'Parts that are meant to be shown at once. Mail clients treat it as multipart/mixed.',
  'message/rfc822': 'A whole message, header and body, within this one: forwarded, or returned.',
  'message/global': 'A whole message with UTF-8 in its header (RFC 6532) within this one.',
  'message/partial': 'A piece of a message that was cut into several; the others come in mails of their own.',
  'message/external-body': 'A pointer to content that lies elsewhere. Most mail clients do not follow it.',
  'message/delivery-status': 'What became of each recipient, for programs (RFC 3464).',
  'message/disposition-notification': 'Whether the mail was shown or deleted, for programs (RFC 8098).',
  'message/feedback-report': 'A complaint about a mail, for programs (ARF, RFC 5965).',
  'text/rfc822-headers': 'The header of the message that the report is about.',
  'text/x-amp-html':
    'AMP for email: an interactive form of the message, which Gmail and few others show. It is shown here as source and never run.',
  'text/calendar': 'An event or an answer to an invitation (iCalendar).',
  'application/pkcs7-mime':
    'S/MIME: the content lies signed or encrypted inside. Restante has no keys and does not open it.',
  'application/pkcs7-signature': 'The S/MIME signature over the part before it. Restante does not check it.',
  'application/pgp-encrypted':
    'Names the version of PGP/MIME (RFC 3156); the encrypted message is the part after it.',
  'application/pgp-signature': 'The PGP signature over the part before it. Restante does not check it.',
  'application/pgp-keys': 'PGP public keys.',
  'application/ms-tnef':
    'Outlook’s own format (winmail.dat): the text and the attachments lie inside, which most other mail clients cannot open. Restante has unpacked it.',
};

const aliases: Readonly<Record<string, string>> = {
  'application/x-pkcs7-mime': 'application/pkcs7-mime',
  'application/x-pkcs7-signature': 'application/pkcs7-signature',
  'application/vnd.ms-tnef': 'application/ms-tnef',
  'message/global-delivery-status': 'message/delivery-status',
};

/** What the `smime-type` of application/pkcs7-mime says is inside (RFC 8551). */
const smimeTypes: Readonly<Record<string, string>> = {
  'enveloped-data': 'S/MIME: the message lies encrypted inside. Only the recipient’s key opens it.',
  'authenveloped-data': 'S/MIME: the message lies encrypted inside. Only the recipient’s key opens it.',
  'signed-data':
    'S/MIME: the message lies inside, together with its signature, and only mail clients with S/MIME can show it.',
  'certs-only': 'S/MIME: certificates and nothing else.',
  'compressed-data': 'S/MIME: the message lies compressed inside.',
};

export function typeSentence({ type, parameters }: StructurePart): string | null {
  const known = ownValue(aliases, type) ?? type;
  const smimeType = parameters.find(([name]) => name === 'smime-type')?.[1]?.toLowerCase();
  const smime =
    known === 'application/pkcs7-mime' && smimeType !== undefined
      ? ownValue(smimeTypes, smimeType)
      : undefined;
  return smime ?? ownValue(sentences, known) ?? null;
}
