import type { DatabaseSync } from 'node:sqlite';
import { attachLedger, openForReading } from './database.ts';

/**
 * The writer's eyes for searches: a connection that only reads, opened at the first of them. On the connection that
 * writes, every transaction would lock the ledger as well once a search has attached it.
 */
export class SearchConnection {
  readonly #folder: string;
  #database: DatabaseSync | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** `withLedger`: the search asks for what was played. */
  open(withLedger: boolean): DatabaseSync {
    this.#database ??= openForReading(this.#folder);
    if (withLedger) {
      attachLedger(this.#database, this.#folder);
    }
    return this.#database;
  }

  close(): void {
    this.#database?.close();
    this.#database = undefined;
  }
}
