import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { MessageSummary } from '#shared/message.ts';
import type { Counters } from './counters.ts';
import type { IndexRow } from './protocol.ts';
import { summaryColumns, summaryOf } from './rows.ts';
import { agentToken } from './search-text.ts';
import { inTransaction } from './transaction.ts';

/** Writes what the indexer found out. */
export class Indexing {
  readonly #database: DatabaseSync;
  readonly #counters: Counters;
  readonly #message: StatementSync;
  readonly #search: StatementSync;
  readonly #summary: StatementSync;

  constructor(database: DatabaseSync, counters: Counters) {
    this.#database = database;
    this.#counters = counters;
    this.#message = database.prepare(
      `UPDATE message SET state = ?, from_address = ?, from_name = ?, recipients = ?, subject = ?, snippet = ?, attachments = ?
       WHERE seq = ? AND state = 0 RETURNING agent`,
    );
    this.#search = database.prepare(
      'INSERT INTO search (rowid, agent, subject, addresses, names, text) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#summary = database.prepare(`SELECT ${summaryColumns} FROM message WHERE seq = ?`);
  }

  /** A message that was deleted in the meantime is passed over. Answers with the summaries of those indexed. */
  write(rows: readonly IndexRow[]): MessageSummary[] {
    const { result } = inTransaction(this.#database, this.#counters, () =>
      rows.filter((row) => this.#index(row)),
    );
    return result.flatMap(({ seq }) => this.#summary.all(seq).map(summaryOf));
  }

  #index(row: IndexRow): boolean {
    const updated = this.#message.get(
      row.failed ? 2 : 1,
      row.fromAddress,
      row.fromName,
      row.recipients,
      row.subject,
      row.snippet,
      row.attachmentCount,
      row.seq,
    );
    if (updated === undefined) {
      return false;
    }
    const { subject, addresses, names, text } = row.search;
    this.#search.run(row.seq, agentToken(Number(updated['agent'])), subject, addresses, names, text);
    return true;
  }
}
