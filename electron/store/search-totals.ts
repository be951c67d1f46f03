import type { DatabaseSync } from 'node:sqlite';
import type { Search } from '#shared/search/search.ts';
import { asksLedger } from './found.ts';
import type { Found } from './found.ts';

/** Searches whose totals are remembered: those of the open windows, and the saved ones. */
const mostRemembered = 64;

/**
 * How many messages a search finds. Counting looks at every one of them, so it is done for the first page, and again
 * only when something was committed since; the pages below repeat what the first said.
 */
export class SearchTotals {
  readonly #database: DatabaseSync;
  /** The one that was asked for longest ago comes first. */
  readonly #remembered = new Map<string, { readonly total: number; readonly state: string }>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** `agentNumber`: whose messages are counted. */
  of(found: Found, search: Search, agentNumber: number | undefined, isFirstPage: boolean): number {
    const { key, state, total } = this.#look(found, search, agentNumber, isFirstPage);
    const remembered = { total: total ?? this.#count(found), state };
    this.#remembered.delete(key);
    this.#remembered.set(key, remembered);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > mostRemembered && oldest !== undefined) {
      this.#remembered.delete(oldest);
    }
    return remembered.total;
  }

  /** The total if it need not be counted, else null. */
  known(found: Found, search: Search, agentNumber: number | undefined): number | null {
    return this.#look(found, search, agentNumber, true).total;
  }

  #look(
    found: Found,
    search: Search,
    agentNumber: number | undefined,
    isFirstPage: boolean,
  ): { key: string; state: string; total: number | null } {
    // “-7d” is another time with every page.
    const key = JSON.stringify([agentNumber, search], (name, value: unknown) =>
      name === 'at' ? null : value,
    );
    const state = JSON.stringify([this.#version(asksLedger(search)), found.values]);
    const known = this.#remembered.get(key);
    const isGood = known !== undefined && (known.state === state || !isFirstPage);
    return { key, state: isGood ? known.state : state, total: isGood ? known.total : null };
  }

  #count({ countFrom, where, values }: Found): number {
    const sql = `SELECT count(*) AS total FROM ${countFrom} WHERE ${where}`;
    return Number(this.#database.prepare(sql).get(...values)?.['total']);
  }

  /** Another one after every commit that somebody else made. */
  #version(withLedger: boolean): string {
    const schemas = withLedger ? ['main', 'ledger'] : ['main'];
    return schemas
      .map((schema) => this.#database.prepare(`PRAGMA ${schema}.data_version`).get()?.['data_version'])
      .join('.');
  }
}
