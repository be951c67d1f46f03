import type { MessageDetail } from '#shared/message.ts';
import { addressKey } from './hidden-recipients.ts';

type Addressed = Pick<MessageDetail, 'envelope' | 'from' | 'to' | 'cc' | 'bcc' | 'replyTo' | 'headers'>;

/** Somebody whom the envelope or a header names. */
export interface EnvelopeRecipient {
  readonly address: string;
  /** How often RCPT TO names it. */
  readonly inEnvelope: number;
  readonly field: 'To' | 'Cc' | 'Bcc' | null;
}

/** Everybody whom the envelope or a header names as a recipient: the envelope’s in their order, then the others. */
export function envelopeRecipients(message: Addressed): readonly EnvelopeRecipient[] {
  const fields = new Map<string, { address: string; field: 'To' | 'Cc' | 'Bcc' }>();
  for (const [field, people] of [
    ['To', message.to],
    ['Cc', message.cc],
    ['Bcc', message.bcc],
  ] as const) {
    for (const { address } of people) {
      if (address !== '' && !fields.has(addressKey(address))) {
        fields.set(addressKey(address), { address, field });
      }
    }
  }
  const found = new Map<string, EnvelopeRecipient>();
  for (const address of message.envelope.rcptTo) {
    const key = addressKey(address);
    const inEnvelope = (found.get(key)?.inEnvelope ?? 0) + 1;
    found.set(key, { address, inEnvelope, field: fields.get(key)?.field ?? null });
  }
  for (const [key, { address, field }] of fields) {
    if (!found.has(key)) {
      found.set(key, { address, inEnvelope: 0, field });
    }
  }
  return [...found.values()];
}

/** What is worth knowing of one recipient, in words; null when all is as usual. */
export function recipientRemark({ inEnvelope, field }: EnvelopeRecipient): string | null {
  if (inEnvelope === 0) {
    return field === 'Bcc'
      ? 'named in the Bcc header, and got nothing'
      : 'named in the header, and got nothing';
  }
  if (field === null) {
    return 'a blind copy: no header names it';
  }
  if (field === 'Bcc') {
    return 'a blind copy that everybody can see: the Bcc header was sent along';
  }
  return inEnvelope > 1 ? `named ${inEnvelope} times in the envelope` : null;
}

/** What is odd about the senders and the recipients, in plain words. */
export function envelopeRemarks(message: Addressed): readonly string[] {
  const { envelope, from, replyTo, bcc } = message;
  const sender = mailboxIn(headerOf(message, 'sender'));
  const recipients = envelopeRecipients(message);
  const blind = recipients.filter(({ inEnvelope, field }) => inEnvelope > 0 && field === null).length;
  const unserved = recipients.filter(({ inEnvelope }) => inEnvelope === 0).length;
  return [
    senderRemark(envelope.mailFrom, from?.address ?? null),
    sender !== null && from !== null && !isSame(sender, from.address)
      ? `Sender is ${sender}: many mail clients show “on behalf of ${from.address}”.`
      : null,
    from !== null && /@.+\..+/.test(from.name) && !isSame(from.name, from.address)
      ? `The name in From is an address, “${from.name}”, and not the one that it stands for: spam filters take that for a trick.`
      : null,
    from !== null &&
    replyTo.length > 0 &&
    replyTo.every(({ address }) => !hasSameDomain(address, from.address))
      ? `Answers go to another domain than From’s: ${replyTo.map(({ address }) => address).join(', ')}.`
      : null,
    from !== null && replyTo.length > 0 && replyTo.every(({ address }) => isSame(address, from.address))
      ? 'Reply-To says the same as From, and is not needed.'
      : null,
    bcc.length > 0 ? 'The Bcc header was sent along: whoever gets the mail can read it.' : null,
    blind > 0 ? `${count(blind, 'recipient is', 'recipients are')} in the envelope only: Bcc.` : null,
    unserved > 0
      ? `${count(unserved, 'address stands', 'addresses stand')} in a header and got nothing: the envelope does not name ${unserved === 1 ? 'it' : 'them'}.`
      : null,
  ].filter((remark) => remark !== null);
}

function senderRemark(mailFrom: string | null, from: string | null): string | null {
  if (mailFrom === null || mailFrom === '') {
    return 'MAIL FROM is empty (<>), as in bounces and automatic answers: if it cannot be delivered, nobody is told.';
  }
  if (from === null) {
    return 'No From header names an author; mail clients show nobody or the envelope’s sender.';
  }
  if (isSame(mailFrom, from)) {
    return null;
  }
  return hasSameDomain(mailFrom, from)
    ? `Bounces go to ${mailFrom}, not to From; both are of one domain.`
    : `Bounces go to ${mailFrom}, of another domain than From: SPF is checked for ${domainOf(mailFrom)}, and counts for DMARC only if the two are aligned.`;
}

function headerOf({ headers }: Addressed, name: string): string {
  return headers.find((header) => header.name.toLowerCase() === name)?.value ?? '';
}

function mailboxIn(value: string): string | null {
  return /<([^<>\s]+@[^<>\s]+)>/.exec(value)?.[1] ?? /[^\s<>,]+@[^\s<>,]+/.exec(value)?.[0] ?? null;
}

function isSame(one: string, other: string): boolean {
  return addressKey(one) === addressKey(other);
}

function domainOf(address: string): string {
  return addressKey(address).slice(address.trim().lastIndexOf('@') + 1);
}

function hasSameDomain(one: string, other: string): boolean {
  return domainOf(one) === domainOf(other);
}

function count(amount: number, one: string, several: string): string {
  return `${amount} ${amount === 1 ? one : several}`;
}
