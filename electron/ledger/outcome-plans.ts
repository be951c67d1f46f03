import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import type { OutcomeRule } from '#shared/outcome-rule.ts';
import type { PlannedOutcome } from '#shared/outcome.ts';
import type { Ledger } from './ledger.ts';
import type { Play } from './play.ts';

/** A play whose time has come. */
interface DuePlay {
  readonly number: number;
  readonly play: Play;
}

/** The agents' rules, and the outcomes that wait for their delay. */
export class OutcomePlans {
  readonly #rules: StatementSync;
  readonly #putRules: StatementSync;
  readonly #insert: StatementSync;
  readonly #due: StatementSync;
  readonly #ofMessage: StatementSync;
  readonly #next: StatementSync;
  readonly #putOff: StatementSync;
  readonly #delete: StatementSync;

  constructor({ database }: Ledger) {
    this.#rules = database.prepare('SELECT rules FROM outcome_rules WHERE agent = ?');
    this.#putRules = database.prepare('INSERT OR REPLACE INTO outcome_rules (agent, rules) VALUES (?, ?)');
    this.#insert = database.prepare(
      'INSERT INTO planned_outcome (agent, message, due, play) VALUES (?, ?, ?, ?)',
    );
    this.#due = database.prepare(
      'SELECT number, play FROM planned_outcome WHERE due <= ? ORDER BY due, number LIMIT 100',
    );
    this.#ofMessage = database.prepare(
      'SELECT due, play FROM planned_outcome WHERE message = ? ORDER BY due, number',
    );
    this.#next = database.prepare('SELECT min(due) AS due FROM planned_outcome');
    this.#putOff = database.prepare('UPDATE planned_outcome SET due = ? WHERE number = ?');
    this.#delete = database.prepare('DELETE FROM planned_outcome WHERE number = ?');
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

  /** What a message's recipients wait for, the next first. */
  of(messageId: string): PlannedOutcome[] {
    return this.#ofMessage.all(messageId).map((row) => {
      const { recipient, kind, category } = playOf(row);
      return { recipient, kind, category: category ?? null, at: new Date(Number(row['due'])).toISOString() };
    });
  }

  /** The earliest of those whose time has come, at most 100; they stay planned until they are done. */
  due(now: number): DuePlay[] {
    return this.#due.all(now).map((row) => ({ number: Number(row['number']), play: playOf(row) }));
  }

  putOff({ number }: DuePlay, due: number): void {
    this.#putOff.run(due, number);
  }

  done({ number }: DuePlay): void {
    this.#delete.run(number);
  }

  /** When the next one is due, milliseconds since the epoch. */
  nextDue(): number | undefined {
    const due = this.#next.get()?.['due'];
    return typeof due === 'number' ? due : undefined;
  }
}

function playOf(row: Record<string, SQLOutputValue>): Play {
  return JSON.parse(String(row['play'])) as Play;
}
