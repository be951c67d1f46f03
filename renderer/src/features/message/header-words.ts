import { ownValue } from '#shared/own-value.ts';

/** What each well-known header field is for, in a sentence of our own; names in lower case. */
const sentences: Readonly<Record<string, string>> = {
  from: 'Who wrote the mail, as the reader sees it. DMARC judges this address.',
  sender: 'Who sent it on behalf of the author; needed when From has several addresses.',
  'reply-to': 'Where answers go, if not to From.',
  to: 'Whom it is addressed to. Who really gets it is decided by the envelope.',
  cc: 'Who gets a copy, for all to see.',
  bcc: 'Blind copies. The field itself should never be sent: whoever gets the mail can read it.',
  subject: 'The line that the inbox shows.',
  date: 'When the author’s system says that it was written.',
  'message-id': 'The mail’s own name, made by its sender; replies and threads refer to it.',
  'in-reply-to': 'The Message-ID of the mail that it answers.',
  references: 'The Message-IDs of the thread, the oldest first; mail clients group by it.',
  'return-path':
    'The envelope’s MAIL FROM, written down by the server that delivered it. Senders should not set it.',
  received: 'Written by each server that the mail passed, the last one on top.',
  'delivered-to': 'The mailbox that it was put into; written on delivery.',
  'x-original-to': 'The recipient before aliases were followed; written by Postfix.',
  'mime-version': 'Says that the body is MIME. Always 1.0.',
  'content-type': 'What the body is: its media type, charset or boundary.',
  'content-transfer-encoding': 'How the body was written so that it passes every server.',
  'content-disposition': 'Whether a part is shown within the mail or attached, and its file name.',
  'content-id': 'The name of a part, to which cid: references point.',
  'content-description': 'A few words about a part.',
  'content-language': 'The language of the content.',
  'content-length': 'A length that some systems note down; it means nothing in transport.',
  'content-location': 'An address for a part, to which relative references are resolved.',
  'list-unsubscribe': 'Where to unsubscribe, by mail or web. Large providers want it in bulk mail.',
  'list-unsubscribe-post':
    'With List-Unsubscribe=One-Click, the mail client unsubscribes by itself with one POST (RFC 8058).',
  'list-id': 'The mailing list’s own name; filters go by it.',
  'list-help': 'Where help about the list is found.',
  'list-subscribe': 'How to join the list.',
  'list-post': 'Where to write to the list; NO when nobody may.',
  'list-owner': 'Who runs the list.',
  'list-archive': 'Where older mails of the list are kept.',
  'auto-submitted':
    'Whether a program wrote it: auto-generated or auto-replied. Well-behaved responders stay silent then.',
  precedence: 'bulk, list or junk, from before Auto-Submitted; it keeps holiday notices away.',
  'x-auto-response-suppress': 'Asks Exchange not to answer by itself.',
  'dkim-signature':
    'A signature of the domain in d=, over the body and the fields in h=; its key is in the DNS under s=.',
  'domainkey-signature': 'The forerunner of DKIM; nobody checks it any more.',
  'authentication-results':
    'What the receiving server found of SPF, DKIM and DMARC. A sender must not set it.',
  'received-spf': 'What the receiving server found of SPF.',
  'arc-seal': 'ARC: a server that handed the mail on signs the chain of results so far.',
  'arc-message-signature': 'ARC: the mail as that server saw it, signed as by DKIM.',
  'arc-authentication-results': 'ARC: what that server found of SPF, DKIM and DMARC.',
  'bimi-selector': 'Which of the domain’s BIMI records names the logo that the inbox shows.',
  'bimi-indicator': 'The BIMI logo itself; written by the receiving server.',
  'feedback-id':
    'Names the campaign and the sender, so that Gmail’s Postmaster Tools can report complaints by it.',
  importance: 'high, normal or low; shown by Outlook and others.',
  priority: 'urgent, normal or non-urgent.',
  'x-priority': '1 is the highest, 5 the lowest; shown by some mail clients, and a hint for spam filters.',
  'x-msmail-priority': 'The same as X-Priority for Outlook.',
  'disposition-notification-to': 'Asks the reader’s mail client for a receipt to this address.',
  'return-receipt-to': 'Asks for a receipt; obsolete, hardly anybody follows it.',
  'x-mailer': 'The program that made the mail.',
  'user-agent': 'The program that made the mail.',
  'x-originating-ip': 'Where the author’s browser or program was.',
  organization: 'The author’s organisation.',
  keywords: 'Words to find it by; hardly used.',
  comments: 'Remarks about the mail.',
  'resent-from': 'Who sent it on unchanged; likewise the other Resent- fields.',
  'thread-topic': 'Outlook’s name of the thread.',
  'thread-index': 'Outlook’s place in the thread.',
  'x-spam-status': 'What SpamAssassin thought of it.',
  'x-spam-score': 'The points that a spam filter gave.',
  'x-entity-ref-id': 'A value of its own for each mail keeps Gmail from folding similar ones into a thread.',
  'x-tm-client-ref': 'ZeptoMail: your own reference, given back in webhooks and logs.',
  'x-tm-open-track': 'ZeptoMail: whether to track opens of this mail.',
  'x-tm-click-track': 'ZeptoMail: whether to track clicks in this mail.',
  'x-tm-file-key': 'ZeptoMail: files of the cache to attach.',
  'x-zepto-tracking': 'ZeptoMail: what its tracking needs to know.',
  'x-tags': 'Labels that the sending program gives.',
};

/** What a field is for; null for one that is nobody’s custom. */
export function headerSentence(name: string): string | null {
  const key = name.toLowerCase();
  return ownValue(sentences, key) ?? (key.startsWith('resent-') ? (sentences['resent-from'] ?? null) : null);
}
