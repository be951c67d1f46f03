import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Retention } from '#shared/agent.ts';
import type { Counters } from './counters.ts';
import type { AgentCounts } from './protocol.ts';
import { selectedColumns, selectedRow, windowsOf } from './selecting.ts';
import type { SelectedRow } from './selecting.ts';

const dayMs = 24 * 60 * 60 * 1000;
const windowRows = 500;

/** Which messages each agent's rule lets go. */
export class Retaining {
  readonly #database: DatabaseSync;
  readonly #counters: Counters;
  readonly #oldest: StatementSync;
  readonly #starred: StatementSync;
  readonly #rules = new Map<string, Retention>();
  readonly #totals = new Map<string, number>();
  readonly #over = new Set<string>();

  constructor(database: DatabaseSync, counters: Counters) {
    this.#database = database;
    this.#counters = counters;
    this.#oldest = database.prepare(
      `SELECT ${selectedColumns} FROM message WHERE agent = ? AND starred = 0 ORDER BY seq LIMIT ?`,
    );
    this.#starred = database.prepare(
      'SELECT count(*) AS starred FROM message WHERE agent = ? AND starred = 1',
    );
    this.observe(counters.all());
  }

  keep(agentId: string, retention: Retention): void {
    this.#rules.set(agentId, retention);
    this.#judge(agentId);
  }

  /** Takes note of new counts. */
  observe(counts: readonly AgentCounts[]): void {
    for (const [agentId, total] of counts) {
      this.#totals.set(agentId, total);
      this.#judge(agentId);
    }
  }

  forget(agentId: string): void {
    this.#rules.delete(agentId);
    this.#totals.delete(agentId);
    this.#over.delete(agentId);
  }

  /**
   * The oldest messages of some agent that has more than it may keep; at most 500, empty when none has.
   * Starred ones are never let go, and do not count: they must not crowd out new mail.
   */
  surplus(): SelectedRow[] {
    for (const agentId of this.#over) {
      const most = this.#rules.get(agentId)?.maxCount;
      const agent = this.#counters.find(agentId);
      if (typeof most === 'number' && agent !== undefined) {
        const starred = Number(this.#starred.get(agent)?.['starred'] ?? 0);
        const excess = (this.#totals.get(agentId) ?? 0) - starred - most;
        if (excess > 0) {
          return this.#oldest.all(agent, Math.min(excess, windowRows)).map(selectedRow);
        }
      }
    }
    return [];
  }

  /**
   * Walks over everything that is older than its agent keeps, `now` being milliseconds since the epoch.
   * Starred messages stay. It looks at every message: a clock that jumped has left times out of order.
   */
  *aged(now: number): Generator<SelectedRow[]> {
    for (const [agentId, { maxAgeDays }] of Array.from(this.#rules)) {
      if (maxAgeDays !== null) {
        const oldest = now - maxAgeDays * dayMs;
        const all = windowsOf(
          { database: this.#database, agentNumberOf: (id) => this.#counters.find(id) },
          { agentId },
        );
        for (const rows of all) {
          yield rows.filter((row) => row.receivedAt < oldest && !row.starred);
        }
      }
    }
  }

  #judge(agentId: string): void {
    const most = this.#rules.get(agentId)?.maxCount ?? null;
    if (most !== null && (this.#totals.get(agentId) ?? 0) > most) {
      this.#over.add(agentId);
    } else {
      this.#over.delete(agentId);
    }
  }
}
