import type { Verdict } from '#shared/verdict.ts';
import { reasonOf, sortRecipients } from '../../road/suppressed.ts';
import { refusal } from '../refusals.ts';
import type { ApiContext } from '../resource.ts';
import { envelopeOf } from './draft-email.ts';
import type { GivenEmail } from './read-email.ts';

/** Recipients whose entry in the suppression list refuses the whole mail. */
export function judgeSuppressed(
  email: GivenEmail,
  { agent, ledger }: Pick<ApiContext, 'agent' | 'ledger'>,
): Verdict[] {
  const { rejecting } = sortRecipients(envelopeOf(email).rcptTo, (address) =>
    ledger.suppressions.match(agent.id, address),
  );
  return rejecting.map(({ address, entry }) =>
    refusal('recipient-suppressed', {
      target: targetOf(email, address),
      targetValue: address,
      explanation: `${reasonOf(entry)}. The entry of the suppression list refuses every mail to this recipient, for all its recipients.`,
    }),
  );
}

function targetOf(email: GivenEmail, address: string): string {
  const lists = { to: email.to, cc: email.cc, bcc: email.bcc };
  const found = Object.entries(lists).find(([, mailboxes]) =>
    mailboxes.some((mailbox) => mailbox.address === address),
  );
  return found?.[0] ?? 'to';
}
