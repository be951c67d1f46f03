import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Counters } from './counters.ts';
import type { AgentCounts, HeldBytes, HeldRow, SentError } from './protocol.ts';
import { packError } from './sent-error.ts';
import { inTransaction } from './transaction.ts';

export interface HeldBatch {
  readonly batch: number;
  readonly rows: readonly HeldRow[];
  readonly bytes: readonly HeldBytes[];
}

const noBytes: HeldBytes = { raw: new Uint8Array(0), body: null };

/** Inserts messages: the hot path. */
export class Holding {
  readonly #database: DatabaseSync;
  readonly #counters: Counters;
  readonly #message: StatementSync;
  readonly #parcel: StatementSync;

  constructor(database: DatabaseSync, counters: Counters) {
    this.#database = database;
    this.#counters = counters;
    this.#message = database.prepare(
      `INSERT INTO message (id, agent, door, received_at, size, from_address, from_name, recipients, subject, verdicts)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#parcel = database.prepare('INSERT INTO parcel (seq, facts, raw, body) VALUES (?, ?, ?, ?)');
  }

  /**
   * Commits all batches in one transaction. When that fails, each message gets a transaction of its own:
   * a large one that finds the disk full must not take the small ones down with it.
   */
  hold(batches: readonly HeldBatch[]): {
    failures: Map<number, SentError>[];
    counts: readonly AgentCounts[];
  } {
    try {
      const { counts } = this.#commit(() => {
        for (const batch of batches) {
          batch.rows.forEach((row, position) => this.#insert(row, batch.bytes[position]));
        }
      });
      return { failures: batches.map(() => new Map<number, SentError>()), counts };
    } catch {
      return this.#holdEachAlone(batches);
    }
  }

  #holdEachAlone(batches: readonly HeldBatch[]): ReturnType<Holding['hold']> {
    const counts = new Map<string, AgentCounts>();
    const failures = batches.map((batch) => {
      const failed = new Map<number, SentError>();
      batch.rows.forEach((row, position) => {
        try {
          const done = this.#commit(() => this.#insert(row, batch.bytes[position]));
          done.counts.forEach((count) => counts.set(count[0], count));
        } catch (error) {
          failed.set(position, packError(error));
        }
      });
      return failed;
    });
    return { failures, counts: [...counts.values()] };
  }

  #commit(work: () => void): { counts: readonly AgentCounts[] } {
    return inTransaction(this.#database, this.#counters, work);
  }

  #insert(row: HeldRow, { raw, body }: HeldBytes = noBytes): void {
    const agent = this.#counters.numberOf(row.agentId);
    const { lastInsertRowid } = this.#message.run(
      row.id,
      agent,
      row.door,
      row.receivedAt,
      row.size,
      row.fromAddress,
      row.fromName,
      row.recipients,
      row.subject,
      row.verdictCount,
    );
    this.#parcel.run(lastInsertRowid, row.facts, raw, body);
    this.#counters.add(agent, 1, 1);
  }
}
