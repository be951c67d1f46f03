import type { Ledger } from '../../ledger/ledger.ts';

/**
 * Production sends everybody a copy and knows who opened it. One mail is held here: what happens to it is taken for the
 * first recipient whose tracking is not suppressed. Undefined when there is none.
 */
export function trackedRecipient(
  recipients: readonly string[],
  agentId: string,
  { suppressions }: Pick<Ledger, 'suppressions'>,
): string | undefined {
  return recipients.find((address) => suppressions.match(agentId, address)?.action !== 'suppress_tracking');
}
