/**
 * Milliseconds after a failed attempt until the next one; after the last of them it is given up.
 * Assumed: ZeptoMail does not say whether it tries again. Short enough that a receiver under repair sees them.
 */
const delaysMs = [10_000, 60_000, 5 * 60_000, 30 * 60_000] as const;

/** When the next attempt is due after so many (at least one) have failed; null when there is none. */
export function nextAttemptAfter(failed: number, now: Date): Date | null {
  const delay = delaysMs[failed - 1];
  return delay === undefined ? null : new Date(now.getTime() + delay);
}
