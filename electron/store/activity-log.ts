import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Counters } from './counters.ts';
import type { ActivityRow } from './protocol.ts';

/** Entries that are kept per agent; older ones go. */
export const keptActivity = 1000;

/** A row, and the body of its request; null when it was no request. */
export interface WrittenActivity extends ActivityRow {
  readonly body: Uint8Array | null;
}

/** The newest sessions and requests of every agent. */
export class ActivityLog {
  readonly #counters: Counters;
  readonly #insert: StatementSync;
  readonly #count: StatementSync;
  readonly #trim: StatementSync;
  readonly #clearAgent: StatementSync;
  readonly #clearAll: StatementSync;
  /** Entries of each agent, as far as known: looking for the oldest to go would cost a walk over all of them. */
  readonly #counts = new Map<number, number>();

  constructor(database: DatabaseSync, counters: Counters) {
    this.#counters = counters;
    this.#insert = database.prepare(
      'INSERT INTO activity (id, agent, entry, session, body) VALUES (?, ?, ?, ?, ?)',
    );
    this.#trim = database.prepare(
      'DELETE FROM activity WHERE seq IN (SELECT seq FROM activity WHERE agent = ? ORDER BY seq LIMIT ?)',
    );
    this.#count = database.prepare('SELECT count(*) AS count FROM activity WHERE agent = ?');
    this.#clearAgent = database.prepare('DELETE FROM activity WHERE agent = ?');
    this.#clearAll = database.prepare('DELETE FROM activity');
  }

  /** Inside a transaction. */
  write(rows: readonly WrittenActivity[]): void {
    const written = new Map<number, number>();
    for (const row of rows) {
      const agent = this.#counters.numberOf(row.agentId);
      written.set(agent, (written.get(agent) ?? this.#countOf(agent)) + 1);
      this.#insert.run(row.id, agent, row.entry, row.session, row.body);
    }
    for (const [agent, count] of written) {
      if (count > keptActivity) {
        this.#trim.run(agent, count - keptActivity);
      }
      this.#counts.set(agent, Math.min(count, keptActivity));
    }
  }

  /** The transaction of the last `write` or `clear` came to nothing. */
  rolledBack(): void {
    this.#counts.clear();
  }

  /** Inside a transaction; all agents when none is named. */
  clear(agentId: string | undefined): void {
    this.#counts.clear();
    if (agentId === undefined) {
      this.#clearAll.run();
      return;
    }
    const agent = this.#counters.find(agentId);
    if (agent !== undefined) {
      this.#clearAgent.run(agent);
    }
  }

  #countOf(agent: number): number {
    return this.#counts.get(agent) ?? Number(this.#count.get(agent)?.['count'] ?? 0);
  }
}
