import type { DatabaseSync } from 'node:sqlite';
import type { Found } from './found.ts';

/** Searches whose totals are remembered: those of the open windows, and the saved ones. */
const mostRemembered = 64;

/**
 * How many messages a search finds. Counting looks at every one of them, so it is done for the first page, and again
 * only when something was committed since; the pages below repeat what the first said.
 */
export class SearchTotals {
  readonly #database: DatabaseSync;
  /** The least recently asked for first. */
  readonly #remembered = new Map<string, { total: number; version: number }>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  of({ countFrom, where, values }: Found, isFirstPage: boolean): number {
    const key = JSON.stringify([countFrom, where, values]);
    const version = this.#version();
    const known = this.#remembered.get(key);
    this.#remembered.delete(key);
    const total =
      known !== undefined && (!isFirstPage || known.version === version)
        ? known
        : {
            total: Number(
              this.#database
                .prepare(`SELECT count(*) AS total FROM ${countFrom} WHERE ${where}`)
                .get(...values)?.['total'],
            ),
            version,
          };
    this.#remembered.set(key, total);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > mostRemembered && oldest !== undefined) {
      this.#remembered.delete(oldest);
    }
    return total.total;
  }

  /** Another one after every commit of the writer. */
  #version(): number {
    return Number(this.#database.prepare('PRAGMA data_version').get()?.['data_version'] ?? 0);
  }
}
