import { randomUUID } from 'node:crypto';
import { type BounceCategory, bounceCategories, categoriesOf } from '#shared/bounce.ts';
import type { Outcome } from '#shared/outcome.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Play } from '../ledger/play.ts';
import type { Announcer } from './announcer.ts';

/** Plays outcomes: records them, suppresses who bounced for good, and tells everybody. */
export class Outcomes {
  readonly #ledger: Ledger;
  readonly #announcer: Announcer;
  readonly #now: () => Date;

  constructor(ledger: Ledger, announcer: Announcer, now: () => Date) {
    this.#ledger = ledger;
    this.#announcer = announcer;
    this.#now = now;
  }

  /** A bounce without a category gets the likeliest of its kind. */
  play(play: Play): Outcome {
    const now = this.#now();
    const category = categoryOf(play);
    const outcome: Outcome = {
      id: randomUUID(),
      agentId: play.agentId,
      messageId: play.messageId,
      recipient: play.recipient,
      kind: play.kind,
      at: now.toISOString(),
      origin: play.origin,
      category: category ?? null,
      diagnostic: category === undefined ? null : bounceCategories[category].diagnostic,
      link: play.link ?? null,
      userAgent: play.userAgent ?? null,
    };
    this.#ledger.outcomes.record(outcome);
    if (category !== undefined && bounceCategories[category].suppresses) {
      this.#ledger.suppressions.addBounced(play.recipient, category, play.agentId, now);
    }
    this.#announcer.announce({ type: 'outcome.recorded', outcome });
    return outcome;
  }
}

function categoryOf({ kind, category }: Play): BounceCategory | undefined {
  const fitting = categoriesOf(kind);
  return category !== undefined && fitting.includes(category) ? category : fitting[0];
}
