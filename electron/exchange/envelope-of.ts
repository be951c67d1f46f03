import type { Envelope } from '#shared/message.ts';
import type { ReadMessage } from '../road/reading/read-message.ts';

/** Header fields in which mail servers write down the envelope, the best first. */
const senderFields = ['return-path', 'x-envelope-from', 'x-envelope-sender'];
const recipientFields = ['x-envelope-to', 'delivered-to', 'x-original-to'];

export interface FoundEnvelope {
  readonly envelope: Envelope;
  /** The header fields that told, and `mbox separator`. */
  readonly from: readonly string[];
}

type Headers = Pick<ReadMessage, 'headers' | 'from' | 'to' | 'cc' | 'bcc'>;

/** The envelope of a message out of a file: what a server wrote down, else its separator, else who it says it is for. */
export function envelopeOf(message: Headers, separatorSender: string | null): FoundEnvelope {
  const from: string[] = [];
  const sender = senderFields.find((name) => valuesOf(message, name).length > 0);
  let mailFrom = message.from?.address || null;
  if (sender !== undefined) {
    from.push(sender);
    // `<>` is the null sender of bounces.
    mailFrom = addressesIn(valuesOf(message, sender)[0] ?? '')[0] ?? null;
  } else if (separatorSender !== null) {
    from.push('mbox separator');
    mailFrom = separatorSender;
  }
  const recipient = recipientFields.find((name) =>
    valuesOf(message, name).some((value) => value.includes('@')),
  );
  if (recipient !== undefined) {
    from.push(recipient);
  }
  const rcptTo =
    recipient === undefined
      ? [...message.to, ...message.cc, ...message.bcc].map(({ address }) => address)
      : valuesOf(message, recipient).flatMap(addressesIn);
  return { envelope: { mailFrom, rcptTo: [...new Set(rcptTo.filter((address) => address !== ''))] }, from };
}

function valuesOf({ headers }: Headers, name: string): string[] {
  return headers.filter((line) => line.name.toLowerCase() === name).map(({ value }) => value);
}

function addressesIn(value: string): string[] {
  return value
    .split(',')
    .map((each) => (/<([^<>]*)>/.exec(each)?.[1] ?? each).trim())
    .filter((each) => each.includes('@'));
}
