import type { StatementSync } from 'node:sqlite';
import type { OutcomeRule } from '#shared/outcome-rule.ts';
import type { Ledger } from './ledger.ts';
import type { Play } from './play.ts';

/** An outcome that is played when its time has come; milliseconds since the epoch. */
export interface PlannedOutcome {
  readonly number: number;
  readonly due: number;
  readonly play: Play;
}

/** The agents' rules, and the outcomes that wait for their delay. */
export class OutcomePlans {
  readonly #rules: StatementSync;
  readonly #putRules: StatementSync;
  readonly #insert: StatementSync;
  readonly #due: StatementSync;
  readonly #next: StatementSync;
  readonly #delete: StatementSync;
  readonly #forget: StatementSync;

  constructor({ database }: Ledger) {
    this.#rules = database.prepare('SELECT rules FROM outcome_rules WHERE agent = ?');
    this.#putRules = database.prepare('INSERT OR REPLACE INTO outcome_rules (agent, rules) VALUES (?, ?)');
    this.#insert = database.prepare(
      'INSERT INTO planned_outcome (agent, message, due, play) VALUES (?, ?, ?, ?)',
    );
    this.#due = database.prepare(
      'SELECT number, due, play FROM planned_outcome WHERE due <= ? ORDER BY due, number LIMIT 100',
    );
    this.#next = database.prepare('SELECT min(due) AS due FROM planned_outcome');
    this.#delete = database.prepare('DELETE FROM planned_outcome WHERE number = ?');
    this.#forget = database.prepare('DELETE FROM planned_outcome WHERE message = ?');
  }

  rules(agentId: string): OutcomeRule[] {
    const found = this.#rules.get(agentId);
    return found === undefined ? [] : (JSON.parse(String(found['rules'])) as OutcomeRule[]);
  }

  putRules(agentId: string, rules: readonly OutcomeRule[]): void {
    this.#putRules.run(agentId, JSON.stringify(rules));
  }

  plan(play: Play, due: number): void {
    this.#insert.run(play.agentId, play.messageId, due, JSON.stringify(play));
  }

  /** The earliest of those whose time has come, at most 100; they are taken off the list. */
  takeDue(now: number): PlannedOutcome[] {
    return this.#due.all(now).map((row) => {
      const number = Number(row['number']);
      this.#delete.run(number);
      return { number, due: Number(row['due']), play: JSON.parse(String(row['play'])) as Play };
    });
  }

  /** When the next one is due, milliseconds since the epoch. */
  nextDue(): number | undefined {
    const due = this.#next.get()?.['due'];
    return typeof due === 'number' ? due : undefined;
  }

  forget(messageId: string): void {
    this.#forget.run(messageId);
  }
}
