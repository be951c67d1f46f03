import type { GatewayAttempt } from '#shared/gateway.ts';
import type { UnclaimedActivity } from '../road/door-agents.ts';

/** Attempts that are kept; older ones go. */
const keptAttempts = 50;

/**
 * What came to the gateway and found no agent: kept in memory, as it belongs to nobody and a stranger who knocks all
 * night must not fill the disk.
 */
export class GatewayAttempts {
  readonly #changed: () => void;
  #attempts: readonly GatewayAttempt[] = [];

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Newest first. */
  list(): readonly GatewayAttempt[] {
    return this.#attempts;
  }

  /** Keeps it, unless nothing was asked for: a port that was only looked at is no news. */
  record({ session: _session, messageIds: _messageIds, ...attempt }: UnclaimedActivity): void {
    if (attempt.outcome === 'refused' || attempt.outcome === 'failed') {
      this.#attempts = [attempt, ...this.#attempts].slice(0, keptAttempts);
      this.#changed();
    }
  }
}
