import type { BounceCategory } from './bounce.ts';
import type { OutcomeKind } from './outcome.ts';

/** What mail to an address comes to, whatever its domain. */
export interface MagicAddress {
  readonly localPart: string;
  readonly kind: OutcomeKind;
  readonly category?: BounceCategory;
}

/**
 * Local parts that play an outcome by themselves. ZeptoMail's sandbox has one group for each kind (hard and soft bounce,
 * connection issues, policy failure, spam, user not found, invalid DNS); it publishes no addresses, so all names are assumed.
 */
export const magicAddresses: readonly MagicAddress[] = [
  { localPart: 'hardbounce', kind: 'hardbounce', category: 'Mailbox not found' },
  { localPart: 'usernotfound', kind: 'hardbounce', category: 'User not found' },
  { localPart: 'domainnotfound', kind: 'hardbounce', category: 'Domain not found' },
  { localPart: 'invaliddns', kind: 'hardbounce', category: 'Invalid DNS' },
  { localPart: 'policyfailure', kind: 'hardbounce', category: 'Policy failure' },
  { localPart: 'spam', kind: 'hardbounce', category: 'Spam detected' },
  { localPart: 'softbounce', kind: 'softbounce', category: 'Temporary failure' },
  { localPart: 'mailboxfull', kind: 'softbounce', category: 'Mailbox full' },
  { localPart: 'connectionissues', kind: 'softbounce', category: 'Connection issues' },
  { localPart: 'open', kind: 'open' },
  { localPart: 'click', kind: 'click' },
  { localPart: 'complaint', kind: 'complaint' },
];

const byLocalPart = new Map(magicAddresses.map((magic) => [magic.localPart, magic]));

/** What an address plays by itself; `hardbounce+anything@…` does as `hardbounce@…`. */
export function magicOf(address: string): MagicAddress | undefined {
  const localPart = /^[a-z]+(?=[+@])/i.exec(address)?.[0];
  return localPart === undefined ? undefined : byLocalPart.get(localPart.toLowerCase());
}
