import type { Sending } from '#shared/message.ts';
import type { Suppression } from '#shared/suppression.ts';

/** The recipients of a mail after a look at the suppression list. */
export interface SortedRecipients {
  readonly kept: string[];
  readonly skipped: Sending['skipped'];
  /** Those for whose sake the whole mail is refused. They are kept: a relaxed agent holds the mail. */
  readonly rejecting: readonly { readonly address: string; readonly entry: Suppression }[];
}

/** Leaves out whom the suppression list leaves out; the order stays. */
export function sortRecipients(
  recipients: Iterable<string>,
  match: (address: string) => Suppression | undefined,
): SortedRecipients {
  const kept: string[] = [];
  const skipped: Sending['skipped'] = [];
  const rejecting: { address: string; entry: Suppression }[] = [];
  for (const address of recipients) {
    const entry = match(address);
    if (entry?.action === 'suppress') {
      skipped.push({ address, reason: reasonOf(entry) });
      continue;
    }
    kept.push(address);
    if (entry?.action === 'reject') {
      rejecting.push({ address, entry });
    }
  }
  return { kept, skipped, rejecting };
}

/** `Suppressed: User not found`, `Suppressed with the domain example.com: asked us to stop`. */
export function reasonOf({ kind, value, category, description }: Suppression): string {
  const why = category === 'manual' ? description : category;
  return `Suppressed${kind === 'domain' ? ` with the domain ${value}` : ''}${why === '' ? '' : `: ${why}`}`;
}
