import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ActivityDetail, ActivityEntry } from '#shared/activity.ts';
import { RestanteError } from '#shared/errors.ts';
import type { Address, Envelope, MessageSummary } from '#shared/message.ts';
import type { Search } from '#shared/search/search.ts';
import type { TagCount, Tagging } from '#shared/tag.ts';
import type { Verdict } from '#shared/verdict.ts';
import { attachLedger, openForReading } from './database.ts';
import { asksLedger, foundBy } from './found.ts';
import type { Found } from './found.ts';
import { sessionOf, type WrittenSession } from './kept-session.ts';
import { readingVersion } from './protocol.ts';
import { factsOf, summaryColumns, summaryOf } from './rows.ts';
import type { ParcelFacts, Row } from './rows.ts';
import type { Selection } from './protocol.ts';
import { SearchTotals } from './search-totals.ts';
import { windowsOf } from './selecting.ts';
import { knownAddresses, newestLookedAt } from './known-addresses.ts';
import { taggingOf } from './tagging.ts';

export interface PageRequest {
  readonly agentId: string | undefined;
  readonly limit: number;
  readonly before: string | undefined;
}

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

/** Answers everything that is asked about what is held, on a connection of its own. */
export class Reader {
  readonly #folder: string;
  readonly #database: DatabaseSync;
  readonly #totals: SearchTotals;
  readonly #statements = new Map<string, StatementSync>();

  constructor(folder: string) {
    this.#folder = folder;
    this.#database = openForReading(folder);
    this.#totals = new SearchTotals(this.#database);
  }

  close(): void {
    this.#database.close();
  }

  /**
   * A page of summaries, newest first by the order of commits.
   * The total of a search is counted with its first page; the pages below repeat it.
   * @throws RestanteError `request.invalid` for a cursor that is none of ours.
   */
  list({ agentId, limit, before, offset, search, counted }: MessagePageRequest): MessagePage {
    const agent = agentId === undefined ? undefined : this.#agentNumber(agentId);
    if (agentId !== undefined && agent === undefined) {
      return { messages: [], next: null, total: 0 };
    }
    const window = { before: seqBefore(before), offset, limit };
    const found =
      search === undefined
        ? this.#newest(agent, window)
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

  /** In alphabetical order. */
  tags(agentId: string | undefined): TagCount[] {
    const ofAgent =
      agentId === undefined ? '' : 'WHERE message.agent = (SELECT number FROM agent WHERE id = ?)';
    return this.#prepare(
      `SELECT tag.name, count(*) AS count FROM message_tag
         JOIN tag ON tag.number = message_tag.tag JOIN message ON message.seq = message_tag.seq
       ${ofAgent} GROUP BY tag.number ORDER BY tag.folded`,
    )
      .all(...(agentId === undefined ? [] : [agentId]))
      .map((row) => ({ name: String(row['name']), count: Number(row['count']) }));
  }

  /** What tags an agent's messages by itself. */
  tagging(agentId: string): Tagging {
    const row = this.#get(
      'SELECT settings FROM tagging WHERE agent = (SELECT number FROM agent WHERE id = ?)',
      agentId,
    );
    return taggingOf(row?.['settings']);
  }

  /** See `knownAddresses`. */
  addresses({ agentId, text }: { agentId?: string | undefined; text: string }): Address[] {
    const agent = agentId === undefined ? undefined : this.#agentNumber(agentId);
    if (agentId !== undefined && agent === undefined) {
      return [];
    }
    return knownAddresses(
      this.#newest(agent, { before: Number.MAX_SAFE_INTEGER, offset: 0, limit: newestLookedAt }).rows,
      text,
    );
  }

  summary(id: string): MessageSummary | undefined {
    const row = this.#get(`SELECT ${summaryColumns} FROM message WHERE id = ?`, id);
    return row === undefined ? undefined : summaryOf(row);
  }

  /** The ids of a selection, oldest first, as they are at this moment. */
  ids(selection: Selection): string[] {
    if ('search' in selection && asksLedger(selection.search)) {
      attachLedger(this.#database, this.#folder);
    }
    const windows = windowsOf(
      { database: this.#database, agentNumberOf: (agentId) => this.#agentNumber(agentId) },
      selection,
    );
    return [...windows].flatMap((rows) => rows.map(({ id }) => id));
  }

  raw(id: string): Uint8Array | undefined {
    return bytesOf(
      this.#get('SELECT raw FROM parcel WHERE seq = (SELECT seq FROM message WHERE id = ?)', id),
    );
  }

  /** Everything that is known of a message without reading its MIME. */
  parcel(
    id: string,
  ): { summary: MessageSummary; facts: ParcelFacts; raw: Uint8Array; body: Uint8Array | null } | undefined {
    const row = this.#get(
      `SELECT ${summaryColumns}, parcel.facts, parcel.raw, parcel.body FROM message JOIN parcel USING (seq) WHERE message.id = ?`,
      id,
    );
    const raw = bytesOf(row);
    return row === undefined || raw === undefined
      ? undefined
      : { summary: summaryOf(row), facts: factsOf(String(row['facts'])), raw, body: bodyOf(row) };
  }

  /** Messages that still have to be indexed, in the order of their commits, after the one with this sequence number. */
  pending(after: number, limit: number): { seq: number; size: number }[] {
    const sql = 'SELECT seq, size FROM message WHERE seq > ? AND state = 0 ORDER BY seq LIMIT ?';
    return this.#prepare(sql)
      .all(after, limit)
      .map((row) => ({ seq: Number(row['seq']), size: Number(row['size']) }));
  }

  /** Messages that an earlier Restante indexed, and that have to be read again. */
  stale(after: number, limit: number): { seq: number; size: number }[] {
    const sql = `SELECT seq, size FROM message WHERE seq > ? AND state > 0 AND reading < ${readingVersion} ORDER BY seq LIMIT ?`;
    return this.#prepare(sql)
      .all(after, limit)
      .map((row) => ({ seq: Number(row['seq']), size: Number(row['size']) }));
  }

  /** What the indexer reads of a message; undefined when it was deleted in the meantime. */
  pendingParcel(
    seq: number,
  ): { envelope: Envelope; verdicts: readonly Verdict[]; raw: Uint8Array } | undefined {
    const row = this.#get(
      `SELECT json_extract(facts, '$.envelope') AS envelope, json_extract(facts, '$.verdicts') AS verdicts, raw
       FROM parcel WHERE seq = ?`,
      seq,
    );
    const raw = bytesOf(row);
    return row === undefined || raw === undefined
      ? undefined
      : {
          envelope: JSON.parse(String(row['envelope'])) as Envelope,
          verdicts: JSON.parse(String(row['verdicts'] ?? '[]')) as readonly Verdict[],
          raw,
        };
  }

  /** Whom the envelopes of these messages name, by the messages' ids. */
  recipients(ids: readonly string[]): Map<string, string[]> {
    const sql = `SELECT json_extract(facts, '$.envelope.rcptTo') AS recipients FROM parcel
      WHERE seq = (SELECT seq FROM message WHERE id = ?)`;
    const found = ids.map((id) => [id, this.#get(sql, id)?.['recipients']] as const);
    return new Map(
      found.map(([id, recipients]) => [id, JSON.parse(String(recipients ?? '[]')) as string[]] as const),
    );
  }

  listActivity({ agentId, limit, before }: PageRequest): { activity: ActivityEntry[]; next: string | null } {
    const agent = agentId === undefined ? undefined : this.#agentNumber(agentId);
    if (agentId !== undefined && agent === undefined) {
      return { activity: [], next: null };
    }
    const ofAgent = agent === undefined ? '' : 'agent = ? AND';
    const found = this.#prepare(
      `SELECT seq, entry FROM activity WHERE ${ofAgent} seq < ? ORDER BY seq DESC LIMIT ?`,
    ).all(...(agent === undefined ? [] : [agent]), seqBefore(before), limit + 1);
    const rows = found.slice(0, limit);
    return { activity: rows.map(entryOf), next: found.length > limit ? cursorOf(rows.at(-1)) : null };
  }

  activity(id: string): ActivityDetail | undefined {
    const row = this.#get('SELECT entry, session, body FROM activity WHERE id = ?', id);
    return row === undefined
      ? undefined
      : {
          ...entryOf(row),
          session: sessionOf(JSON.parse(String(row['session'])) as WrittenSession, bodyOf(row)),
        };
  }

  #newest(agent: number | undefined, window: Window): { rows: Row[]; total: number } {
    // There are four of them, asked all the time; those of searches are as many as there are searches.
    const kept = (sql: string): StatementSync => this.#prepare(sql);
    if (agent === undefined) {
      const total = this.#get('SELECT coalesce(sum(total), 0) AS total FROM agent')?.['total'];
      return { rows: this.#rows(everyMessage, window, kept), total: Number(total) };
    }
    const total = this.#get('SELECT total FROM agent WHERE number = ?', agent)?.['total'];
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
    const other = this.#get(
      'SELECT 1 AS found FROM agent WHERE number <> ? AND total > 0 LIMIT 1',
      agent ?? 0,
    );
    return other === undefined;
  }

  #agentNumber(agentId: string): number | undefined {
    const number = this.#get('SELECT number FROM agent WHERE id = ?', agentId)?.['number'];
    return number === undefined ? undefined : Number(number);
  }

  #get(sql: string, ...values: (string | number)[]): Row | undefined {
    return this.#prepare(sql).get(...values);
  }

  #prepare(sql: string): StatementSync {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

function entryOf(row: Row): ActivityEntry {
  return JSON.parse(String(row['entry'])) as ActivityEntry;
}

function bytesOf(row: Row | undefined): Uint8Array | undefined {
  const raw = row?.['raw'];
  return raw instanceof Uint8Array ? raw : undefined;
}

/** The body of the request that something came with. */
function bodyOf(row: Row): Uint8Array | null {
  const body = row['body'];
  return body instanceof Uint8Array ? body : null;
}

function cursorOf(row: Row | undefined): string | null {
  return row === undefined ? null : Number(row['seq']).toString(36);
}

function seqBefore(cursor: string | undefined): number {
  if (cursor === undefined) {
    return Number.MAX_SAFE_INTEGER;
  }
  const seq = /^[0-9a-z]{1,10}$/.test(cursor) ? Number.parseInt(cursor, 36) : Number.NaN;
  if (Number.isNaN(seq)) {
    throw new RestanteError(
      'request.invalid',
      { reason: 'This is not the “next” of a page.' },
      { field: 'before' },
    );
  }
  return seq;
}
