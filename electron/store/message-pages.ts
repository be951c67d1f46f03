import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { MessageSummary } from '#shared/message.ts';
import type { Search } from '#shared/search/search.ts';
import { agentNumberOf } from './agent-number.ts';
import { cursorOf, type PageRequest, seqBefore } from './cursor.ts';
import { attachLedger } from './database.ts';
import { asksLedger, foundBy } from './found.ts';
import type { Found } from './found.ts';
import type { KeptStatements } from './kept-statements.ts';
import { type Row, summaryColumns, summaryOf } from './rows.ts';
import { SearchTotals } from './search-totals.ts';

export interface MessagePageRequest extends PageRequest {
  /** So many rows further down. */
  readonly offset: number;
  readonly search: Search | undefined;
  /** False: the total is not waited for when every hit would have to be looked at for it. */
  readonly counted: boolean;
}

export interface MessagePage {
  readonly messages: MessageSummary[];
  readonly next: string | null;
  /** Null: not counted. */
  readonly total: number | null;
}

/** Where a page begins and how long it is; `limit` rows and one that tells whether more follow. */
interface Window {
  readonly before: number;
  readonly offset: number;
  readonly limit: number;
}

const everyMessage: Found = {
  from: 'message',
  countFrom: 'message',
  where: 'true',
  values: [],
  seq: 'message.seq',
};

/** The lists of messages, with a search and without one, and how many there are. */
export class MessagePages {
  readonly #folder: string;
  readonly #database: DatabaseSync;
  readonly #statements: KeptStatements;
  readonly #totals: SearchTotals;

  constructor(folder: string, database: DatabaseSync, statements: KeptStatements) {
    this.#folder = folder;
    this.#database = database;
    this.#statements = statements;
    this.#totals = new SearchTotals(database);
  }

  /**
   * A page of summaries, newest first by the order of commits.
   * The total of a search is counted with its first page; the pages below repeat it.
   * @throws RestanteError `request.invalid` for a cursor that is none of ours.
   */
  list({ agentId, limit, before, offset, search, counted }: MessagePageRequest): MessagePage {
    const agent = agentId === undefined ? undefined : agentNumberOf(this.#statements, agentId);
    if (agentId !== undefined && agent === undefined) {
      return { messages: [], next: null, total: 0 };
    }
    const window = { before: seqBefore(before), offset, limit };
    const found =
      search === undefined
        ? this.newest(agent, window)
        : this.#search(search, agent, window, before === undefined && offset === 0, counted);
    const rows = found.rows.slice(0, limit);
    return {
      messages: rows.map(summaryOf),
      next: found.rows.length > limit ? cursorOf(rows.at(-1)) : null,
      total: found.total,
    };
  }

  /** How many messages of an agent, or of all, a search finds. */
  count({ agentId, search }: { agentId: string | undefined; search: Search | undefined }): number {
    const page = { agentId, search, limit: 1, before: undefined, offset: 0, counted: true };
    return this.list(page).total ?? 0;
  }

  /** Without a search. `agent` is its number in the database. */
  newest(agent: number | undefined, window: Window): { rows: Row[]; total: number } {
    // There are four of them, asked all the time; those of searches are as many as there are searches.
    const kept = (sql: string): StatementSync => this.#statements.prepare(sql);
    if (agent === undefined) {
      const total = this.#statements.get('SELECT coalesce(sum(total), 0) AS total FROM agent')?.['total'];
      return { rows: this.#rows(everyMessage, window, kept), total: Number(total) };
    }
    const total = this.#statements.get('SELECT total FROM agent WHERE number = ?', agent)?.['total'];
    const ofAgent = { ...everyMessage, where: 'message.agent = ?', values: [agent] };
    return { rows: this.#rows(ofAgent, window, kept), total: Number(total) };
  }

  #search(
    search: Search,
    agent: number | undefined,
    window: Window,
    isFirstPage: boolean,
    counted: boolean,
  ): { rows: Row[]; total: number | null } {
    if (asksLedger(search)) {
      attachLedger(this.#database, this.#folder);
    }
    const found = foundBy(search, this.#holdsEverything(agent) ? undefined : agent);
    if (found === null) {
      return { rows: [], total: 0 };
    }
    const rows = this.#rows(found, window, (sql) => this.#database.prepare(sql));
    if (isFirstPage && rows.length <= window.limit) {
      return { rows, total: rows.length };
    }
    return {
      rows,
      total: counted
        ? this.#totals.of(found, search, agent, isFirstPage)
        : this.#totals.known(found, search, agent),
    };
  }

  /** Rows that are passed over are counted in the index alone, without looking at what they hold. */
  #rows(
    { from, countFrom, where, values, seq }: Found,
    { before, offset, limit }: Window,
    prepare: (sql: string) => StatementSync,
  ): Row[] {
    const placed = `WHERE ${where} AND ${seq} < ? ORDER BY ${seq} DESC LIMIT ?`;
    if (offset === 0) {
      const sql = `SELECT ${summaryColumns} FROM ${from} ${placed}`;
      return prepare(sql).all(...values, before, limit + 1);
    }
    const sql = `SELECT ${summaryColumns} FROM message
      WHERE seq IN (SELECT ${seq} FROM ${countFrom} ${placed} OFFSET ?) ORDER BY seq DESC`;
    return prepare(sql).all(...values, before, limit + 1, offset);
  }

  /** Then a search need not look at whose the messages are, which would double its cost. */
  #holdsEverything(agent: number | undefined): boolean {
    const other = this.#statements.get(
      'SELECT 1 AS found FROM agent WHERE number <> ? AND total > 0 LIMIT 1',
      agent ?? 0,
    );
    return other === undefined;
  }
}
