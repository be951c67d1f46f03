import { z } from 'zod';
import type { Outcome, OutcomeKind, PlannedOutcome } from './outcome.ts';

/** How a recipient of a held message stands, as the console's “Processed emails” tells it; `failed` is “Process failed”. */
export const standingSchema = z.enum(['processed', 'delivered', 'softbounce', 'hardbounce', 'failed']);
export type Standing = z.infer<typeof standingSchema>;

/** What decides how a recipient stands: opens, clicks and complaints come on top. */
export const decidingKinds = [
  'delivered',
  'softbounce',
  'hardbounce',
] as const satisfies readonly OutcomeKind[];
export type DecidingKind = (typeof decidingKinds)[number];

export function isDeciding<T extends Pick<Outcome, 'kind'>>(
  outcome: T,
): outcome is T & { readonly kind: DecidingKind } {
  return (decidingKinds as readonly OutcomeKind[]).includes(outcome.kind);
}

/**
 * The last thing that decided. Without any, a mail that production would not have processed is `failed`, one whose
 * delivery or bounce is still to come `processed`, and every other one delivered without a word. The search asks the
 * same of the tables: see `outcomeFact`.
 */
export function standingOf(about: {
  readonly outcomes: readonly Pick<Outcome, 'kind'>[];
  readonly planned: readonly Pick<PlannedOutcome, 'kind'>[];
  readonly isUnprocessed: boolean;
}): Standing {
  const decided = about.outcomes.findLast(isDeciding)?.kind;
  if (decided !== undefined) {
    return decided;
  }
  if (about.isUnprocessed) {
    return 'failed';
  }
  return about.planned.some(isDeciding) ? 'processed' : 'delivered';
}
