import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { AgentCounts } from './protocol.ts';

/** Total and unread per agent, kept in the transaction that changes them; counting 100,000 rows would cost 150 ms. */
export class Counters {
  readonly #find: StatementSync;
  readonly #create: StatementSync;
  readonly #add: StatementSync;
  readonly #read: StatementSync;
  readonly #all: StatementSync;
  readonly #numbers = new Map<string, number>();
  readonly #changed = new Map<number, { total: number; unread: number }>();

  constructor(database: DatabaseSync) {
    this.#find = database.prepare('SELECT number FROM agent WHERE id = ?');
    this.#create = database.prepare('INSERT INTO agent (id) VALUES (?) RETURNING number');
    this.#add = database.prepare('UPDATE agent SET total = total + ?, unread = unread + ? WHERE number = ?');
    this.#read = database.prepare('SELECT id, total, unread FROM agent WHERE number = ?');
    this.#all = database.prepare('SELECT id, total, unread FROM agent');
  }

  /** The number that stands for an agent in the database, or undefined for one that never got a message. */
  find(agentId: string): number | undefined {
    const known = this.#numbers.get(agentId) ?? this.#find.get(agentId)?.['number'];
    return known === undefined ? undefined : Number(known);
  }

  /** The agent's number; made at its first message. */
  numberOf(agentId: string): number {
    const number = this.find(agentId) ?? Number(this.#create.get(agentId)?.['number']);
    this.#numbers.set(agentId, number);
    return number;
  }

  /** Notes a change; `flush` writes it. */
  add(agentNumber: number, total: number, unread: number): void {
    const change = this.#changed.get(agentNumber) ?? { total: 0, unread: 0 };
    change.total += total;
    change.unread += unread;
    this.#changed.set(agentNumber, change);
  }

  /** Writes what was noted, inside the running transaction, and answers with the new counts of the agents concerned. */
  flush(): AgentCounts[] {
    const counts: AgentCounts[] = [];
    for (const [agentNumber, { total, unread }] of this.#changed) {
      this.#add.run(total, unread, agentNumber);
      const row = this.#read.get(agentNumber);
      if (row) {
        counts.push([String(row['id']), Number(row['total']), Number(row['unread'])]);
      }
    }
    this.#changed.clear();
    return counts;
  }

  /** Forgets what was noted and not written, and agents that a rolled back transaction may have made. */
  rollBack(): void {
    this.#changed.clear();
    this.#numbers.clear();
  }

  forget(agentId: string): void {
    this.#numbers.delete(agentId);
  }

  all(): AgentCounts[] {
    return this.#all.all().map((row) => [String(row['id']), Number(row['total']), Number(row['unread'])]);
  }
}
