import type { Envelope } from '#shared/message.ts';
import type { ComposedFile, MessageDraft } from '../../road/compose-message.ts';
import { asciiDomain, isMailAddress, validAddresses } from './mailbox.ts';
import type { GivenEmail } from './read-email.ts';

/** The message that ZeptoMail makes of a request; its Message-ID is `<request id@sender or bounce domain>`. */
export function draftOf(email: GivenEmail, requestId: string, date: Date): MessageDraft {
  return {
    from: { address: email.from.address, name: email.from.name },
    to: validAddresses(email.to),
    cc: validAddresses(email.cc),
    replyTo: validAddresses(email.replyTo),
    subject: email.subject,
    text: email.text,
    html: email.html,
    files: email.files.flatMap(({ name, mimeType, content, contentId }): ComposedFile[] =>
      content === null ? [] : [{ name, mimeType, content, contentId }],
    ),
    headers: email.headers
      .filter(({ problem, value }) => problem !== 'no-name' && problem !== 'reserved' && value !== '')
      .filter(({ name }) => email.replyTo.length === 0 || name.toLowerCase() !== 'reply-to')
      .map(({ name, value }) => [name, value]),
    messageId: `<${requestId}@${asciiDomain(mailFromOf(email))}>`,
    date,
  };
}

/** Who it is really for, each once, Bcc included. */
export function envelopeOf(email: GivenEmail): Envelope {
  const recipients = validAddresses([...email.to, ...email.cc, ...email.bcc]);
  return { mailFrom: mailFromOf(email), rcptTo: [...new Set(recipients.map(({ address }) => address))] };
}

/** The bounce address where one is given, else the sender (assumed: production uses the agent's configured one). */
function mailFromOf(email: GivenEmail): string {
  const { bounceAddress } = email;
  return bounceAddress !== null && isMailAddress(bounceAddress) ? bounceAddress : email.from.address;
}
