import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Outcome } from '#shared/outcome.ts';
import type { Ledger } from './ledger.ts';

/** Outcomes that are kept of an agent; the oldest go. */
const mostKept = 20_000;

/** What was played to the recipients of held messages. */
export class OutcomeLog {
  readonly #insert: StatementSync;
  readonly #trim: StatementSync;
  readonly #ofMessage: StatementSync;
  readonly #ofAgent: StatementSync;

  constructor({ database }: Ledger) {
    this.#insert = database.prepare('INSERT INTO outcome (agent, message, outcome) VALUES (?, ?, ?)');
    this.#trim = database.prepare(
      `DELETE FROM outcome WHERE agent = :agent AND number <=
         (SELECT number FROM outcome WHERE agent = :agent ORDER BY number DESC LIMIT 1 OFFSET ${mostKept})`,
    );
    this.#ofMessage = database.prepare('SELECT outcome FROM outcome WHERE message = ? ORDER BY number');
    this.#ofAgent = database.prepare(
      `SELECT number, outcome FROM outcome WHERE agent = ? AND number < ? ORDER BY number DESC LIMIT ?`,
    );
  }

  record(outcome: Outcome): void {
    const { lastInsertRowid } = this.#insert.run(outcome.agentId, outcome.messageId, JSON.stringify(outcome));
    // Looking for the oldest walks the index: once in a while is enough.
    if (Number(lastInsertRowid) % 500 === 0) {
      this.#trim.run({ agent: outcome.agentId });
    }
  }

  /** Oldest first. */
  of(messageId: string): Outcome[] {
    return this.#ofMessage.all(messageId).map(outcomeOf);
  }

  /** Newest first; `before` is the `next` of the page above. */
  ofAgent(
    agentId: string,
    page: { limit: number; before?: number | undefined },
  ): { outcomes: Outcome[]; next: number | null } {
    const rows = this.#ofAgent.all(agentId, page.before ?? Number.MAX_SAFE_INTEGER, page.limit + 1);
    const shown = rows.slice(0, page.limit);
    return {
      outcomes: shown.map(outcomeOf),
      next: rows.length > shown.length ? Number(shown.at(-1)?.['number']) : null,
    };
  }
}

function outcomeOf(row: Record<string, SQLOutputValue>): Outcome {
  return JSON.parse(String(row['outcome'])) as Outcome;
}
