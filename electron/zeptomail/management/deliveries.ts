import type { Outcome } from '#shared/outcome.ts';
import { type DecidingKind, isDeciding, type Standing, standingOf } from '#shared/standing.ts';
import { processingFailure } from '#shared/verdict.ts';
import type { LoggedMail } from './held-mails.ts';

/** What became of a mail at one recipient; `at` is an ISO time. */
export type Delivery = Pick<Outcome, 'recipient' | 'at' | 'diagnostic' | 'category'> & {
  readonly kind: DecidingKind | 'mailfailure';
};

interface Standpoint {
  readonly recipient: string;
  readonly standing: Standing;
  /** Why it is not processed. */
  readonly reason: string | null;
}

/** What happened at each recipient; of those to whom nothing was played, what is so without a word. */
export function deliveriesOf(mail: LoggedMail): Delivery[] {
  const told = mail.outcomes.filter(isDeciding);
  const known = new Set(told.map(({ recipient }) => recipient.toLowerCase()));
  const silent = standpointsOf(mail).filter(({ recipient }) => !known.has(recipient.toLowerCase()));
  const common = { at: mail.message.receivedAt, category: null };
  return [
    ...silent.flatMap(({ recipient, standing, reason }): Delivery[] =>
      standing === 'processed'
        ? []
        : [
            {
              ...common,
              kind: standing === 'failed' ? 'mailfailure' : standing,
              recipient,
              diagnostic: reason,
            },
          ],
    ),
    ...told,
  ];
}

/** How the recipients of a mail stand, each way once. */
export function standingsOf(mail: LoggedMail): ReadonlySet<Standing> {
  return new Set(standpointsOf(mail).map(({ standing }) => standing));
}

/** A mail that SMTP took beyond a limit of the day is not processed, and none for those who are suppressed. */
function standpointsOf({ message, outcomes, planned }: LoggedMail): Standpoint[] {
  const failure = processingFailure(message.verdicts);
  return [
    ...message.envelope.rcptTo.map((recipient) => {
      const isOwn = (about: Pick<Outcome, 'recipient'>): boolean =>
        about.recipient.toLowerCase() === recipient.toLowerCase();
      const standing = standingOf({
        outcomes: outcomes.filter(isOwn),
        planned: planned.filter(isOwn),
        isUnprocessed: failure !== undefined,
      });
      return { recipient, standing, reason: failure?.message ?? null };
    }),
    ...(message.sending?.skipped ?? []).map(({ address, reason }): Standpoint => ({
      recipient: address,
      standing: 'failed',
      reason,
    })),
  ];
}
