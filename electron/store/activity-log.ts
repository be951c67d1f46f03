import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Counters } from './counters.ts';
import type { ActivityRow } from './protocol.ts';

/** Entries that are kept per agent; older ones go. */
export const keptActivity = 1000;

/** The newest sessions and requests of every agent. */
export class ActivityLog {
  readonly #counters: Counters;
  readonly #insert: StatementSync;
  readonly #trim: StatementSync;
  readonly #clearAgent: StatementSync;
  readonly #clearAll: StatementSync;

  constructor(database: DatabaseSync, counters: Counters) {
    this.#counters = counters;
    this.#insert = database.prepare('INSERT INTO activity (id, agent, entry, session) VALUES (?, ?, ?, ?)');
    this.#trim = database.prepare(
      `DELETE FROM activity WHERE agent = ?1 AND seq <=
       (SELECT seq FROM activity WHERE agent = ?1 ORDER BY seq DESC LIMIT 1 OFFSET ${keptActivity})`,
    );
    this.#clearAgent = database.prepare('DELETE FROM activity WHERE agent = ?');
    this.#clearAll = database.prepare('DELETE FROM activity');
  }

  /** Inside a transaction. */
  write(rows: readonly ActivityRow[]): void {
    const agents = new Set<number>();
    for (const row of rows) {
      const agent = this.#counters.numberOf(row.agentId);
      this.#insert.run(row.id, agent, row.entry, row.session);
      agents.add(agent);
    }
    agents.forEach((agent) => this.#trim.run(agent));
  }

  /** Inside a transaction; all agents when none is named. */
  clear(agentId: string | undefined): void {
    if (agentId === undefined) {
      this.#clearAll.run();
      return;
    }
    const agent = this.#counters.find(agentId);
    if (agent !== undefined) {
      this.#clearAgent.run(agent);
    }
  }
}
