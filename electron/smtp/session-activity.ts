import type { UnclaimedActivity } from '../road/door-agents.ts';
import { uuidv7 } from '../road/uuid.ts';
import type { KeptSession } from '../store/kept-session.ts';
import type { ActivityEntry } from '#shared/activity.ts';
import type { ChannelName } from '#shared/agent.ts';
import type { Verdict } from '#shared/verdict.ts';

/** What one activity entry names of a session that brought very many messages. */
const namedMessages = 1000;
const namedVerdicts = 50;

/** What came of a session so far. */
export class SessionOutcome {
  readonly #messageIds: string[] = [];
  readonly #verdicts = new Map<string, Verdict>();
  #held = 0;
  #refusal: string | null = null;
  #failure: string | null = null;

  held(id: string, verdicts: readonly Verdict[]): void {
    this.#held += 1;
    if (this.#messageIds.length < namedMessages) {
      this.#messageIds.push(id);
    }
    this.judged(verdicts);
  }

  judged(verdicts: readonly Verdict[]): void {
    for (const verdict of verdicts) {
      if (this.#verdicts.size < namedVerdicts) {
        this.#verdicts.set(`${verdict.code} ${verdict.target ?? ''}`, verdict);
      }
    }
  }

  /** The client was told no; the first time names it. */
  refused(replyLine: string): void {
    this.#refusal ??= replyLine;
  }

  /** It broke off; the first cause counts. */
  failed(cause: string): void {
    this.#failure ??= cause;
  }

  entry(facts: {
    readonly door: ChannelName;
    readonly startedAt: Date;
    readonly durationMs: number;
    readonly session: KeptSession & { readonly kind: 'smtp' };
  }): UnclaimedActivity {
    const { session } = facts;
    return {
      id: uuidv7(facts.startedAt.getTime()),
      door: facts.door,
      startedAt: facts.startedAt.toISOString(),
      durationMs: facts.durationMs,
      peer: session.peer,
      outcome: this.#outcome(),
      summary: this.#summary(),
      messageIds: this.#messageIds,
      verdicts: [...this.#verdicts.values()],
      session,
    };
  }

  #outcome(): ActivityEntry['outcome'] {
    if (this.#held > 0) {
      return 'held';
    }
    if (this.#failure !== null) {
      return 'failed';
    }
    return this.#refusal === null ? 'nothing' : 'refused';
  }

  #summary(): string {
    const words = [
      this.#held === 0 ? null : `${this.#held} ${this.#held === 1 ? 'message' : 'messages'} held`,
      this.#refusal === null ? null : `refused: ${this.#refusal}`,
      this.#failure,
    ].filter((word) => word !== null);
    return words.length === 0 ? 'no message' : words.join(', ');
  }
}
