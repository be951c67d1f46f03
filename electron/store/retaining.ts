import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Retention } from '#shared/agent.ts';
import type { Counters } from './counters.ts';
import type { AgentCounts } from './protocol.ts';
import { windowsOf } from './selecting.ts';
import type { SelectedRow } from './selecting.ts';

const dayMs = 24 * 60 * 60 * 1000;
const windowRows = 500;

/** Which messages each agent's rule lets go. */
export class Retaining {
  readonly #database: DatabaseSync;
  readonly #counters: Counters;
  readonly #oldest: StatementSync;
  readonly #rules = new Map<string, Retention>();
  readonly #totals = new Map<string, number>();
  readonly #over = new Set<string>();

  constructor(database: DatabaseSync, counters: Counters) {
    this.#database = database;
    this.#counters = counters;
    this.#oldest = database.prepare(
      'SELECT seq, id, agent, read, size, received_at AS receivedAt FROM message WHERE agent = ? ORDER BY seq LIMIT ?',
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

  /** The oldest messages of some agent that has more than it may keep; at most 500, empty when none has. */
  surplus(): SelectedRow[] {
    for (const agentId of this.#over) {
      const most = this.#rules.get(agentId)?.maxCount;
      const agent = this.#counters.find(agentId);
      if (typeof most === 'number' && agent !== undefined) {
        const excess = (this.#totals.get(agentId) ?? 0) - most;
        return this.#oldest.all(agent, Math.min(excess, windowRows)).map((row) => ({
          seq: Number(row['seq']),
          id: String(row['id']),
          agent: Number(row['agent']),
          read: row['read'] === 1,
          size: Number(row['size']),
          receivedAt: Number(row['receivedAt']),
        }));
      }
    }
    return [];
  }

  /**
   * Walks over everything that is older than its agent keeps, `now` being milliseconds since the epoch.
   * It looks at every message: a clock that jumped has left times out of order.
   */
  *aged(now: number): Generator<SelectedRow[]> {
    for (const [agentId, { maxAgeDays }] of Array.from(this.#rules)) {
      if (maxAgeDays !== null) {
        const oldest = now - maxAgeDays * dayMs;
        for (const rows of windowsOf(this.#database, (id) => this.#counters.find(id), { agentId })) {
          yield rows.filter((row) => row.receivedAt < oldest);
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
