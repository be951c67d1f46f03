import type { DatabaseSync } from 'node:sqlite';
import type { ActivityDetail, ActivityEntry } from '#shared/activity.ts';
import type { Address, Envelope, MessageSummary } from '#shared/message.ts';
import type { TagCount, Tagging } from '#shared/tag.ts';
import type { Verdict } from '#shared/verdict.ts';
import { agentNumberOf } from './agent-number.ts';
import { cursorOf, type PageRequest, seqBefore } from './cursor.ts';
import { attachLedger, openForReading } from './database.ts';
import { asksLedger } from './found.ts';
import { sessionOf, type WrittenSession } from './kept-session.ts';
import { KeptStatements } from './kept-statements.ts';
import { MessagePages } from './message-pages.ts';
import { readingVersion } from './protocol.ts';
import { factsOf, summaryColumns, summaryOf } from './rows.ts';
import type { ParcelFacts, Row } from './rows.ts';
import type { Selection } from './protocol.ts';
import { windowsOf } from './selecting.ts';
import { knownAddresses, newestLookedAt } from './known-addresses.ts';
import { taggingOf } from './tagging.ts';

/** Answers everything that is asked about what is held, on a connection of its own. */
export class Reader {
  readonly #folder: string;
  readonly #database: DatabaseSync;
  readonly #statements: KeptStatements;
  /** The lists of messages. */
  readonly pages: MessagePages;

  constructor(folder: string) {
    this.#folder = folder;
    this.#database = openForReading(folder);
    this.#statements = new KeptStatements(this.#database);
    this.pages = new MessagePages(folder, this.#database, this.#statements);
  }

  close(): void {
    this.#database.close();
  }

  /** In alphabetical order. */
  tags(agentId: string | undefined): TagCount[] {
    const ofAgent =
      agentId === undefined ? '' : 'WHERE message.agent = (SELECT number FROM agent WHERE id = ?)';
    return this.#statements
      .prepare(
        `SELECT tag.name, count(*) AS count FROM message_tag
         JOIN tag ON tag.number = message_tag.tag JOIN message ON message.seq = message_tag.seq
       ${ofAgent} GROUP BY tag.number ORDER BY tag.folded`,
      )
      .all(...(agentId === undefined ? [] : [agentId]))
      .map((row) => ({ name: String(row['name']), count: Number(row['count']) }));
  }

  /** What tags an agent's messages by itself. */
  tagging(agentId: string): Tagging {
    const row = this.#statements.get(
      'SELECT settings FROM tagging WHERE agent = (SELECT number FROM agent WHERE id = ?)',
      agentId,
    );
    return taggingOf(row?.['settings']);
  }

  /** See `knownAddresses`. */
  addresses({ agentId, text }: { agentId?: string | undefined; text: string }): Address[] {
    const agent = agentId === undefined ? undefined : agentNumberOf(this.#statements, agentId);
    if (agentId !== undefined && agent === undefined) {
      return [];
    }
    return knownAddresses(
      this.pages.newest(agent, { before: Number.MAX_SAFE_INTEGER, offset: 0, limit: newestLookedAt }).rows,
      text,
    );
  }

  summary(id: string): MessageSummary | undefined {
    const row = this.#statements.get(`SELECT ${summaryColumns} FROM message WHERE id = ?`, id);
    return row === undefined ? undefined : summaryOf(row);
  }

  /** The ids of a selection, oldest first, as they are at this moment. */
  ids(selection: Selection): string[] {
    if ('search' in selection && asksLedger(selection.search)) {
      attachLedger(this.#database, this.#folder);
    }
    const windows = windowsOf(
      { database: this.#database, agentNumberOf: (agentId) => agentNumberOf(this.#statements, agentId) },
      selection,
    );
    return [...windows].flatMap((rows) => rows.map(({ id }) => id));
  }

  raw(id: string): Uint8Array | undefined {
    return bytesOf(
      this.#statements.get('SELECT raw FROM parcel WHERE seq = (SELECT seq FROM message WHERE id = ?)', id),
    );
  }

  /** Everything that is known of a message without reading its MIME. */
  parcel(
    id: string,
  ): { summary: MessageSummary; facts: ParcelFacts; raw: Uint8Array; body: Uint8Array | null } | undefined {
    const row = this.#statements.get(
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
    return this.#statements
      .prepare(sql)
      .all(after, limit)
      .map((row) => ({ seq: Number(row['seq']), size: Number(row['size']) }));
  }

  /** Messages that an earlier Restante indexed, and that have to be read again. */
  stale(after: number, limit: number): { seq: number; size: number }[] {
    const sql = `SELECT seq, size FROM message WHERE seq > ? AND state > 0 AND reading < ${readingVersion} ORDER BY seq LIMIT ?`;
    return this.#statements
      .prepare(sql)
      .all(after, limit)
      .map((row) => ({ seq: Number(row['seq']), size: Number(row['size']) }));
  }

  /** What the indexer reads of a message; undefined when it was deleted in the meantime. */
  pendingParcel(
    seq: number,
  ): { envelope: Envelope; verdicts: readonly Verdict[]; raw: Uint8Array } | undefined {
    const row = this.#statements.get(
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
    const found = ids.map((id) => [id, this.#statements.get(sql, id)?.['recipients']] as const);
    return new Map(
      found.map(([id, recipients]) => [id, JSON.parse(String(recipients ?? '[]')) as string[]] as const),
    );
  }

  listActivity({ agentId, limit, before }: PageRequest): { activity: ActivityEntry[]; next: string | null } {
    const agent = agentId === undefined ? undefined : agentNumberOf(this.#statements, agentId);
    if (agentId !== undefined && agent === undefined) {
      return { activity: [], next: null };
    }
    const ofAgent = agent === undefined ? '' : 'agent = ? AND';
    const found = this.#statements
      .prepare(`SELECT seq, entry FROM activity WHERE ${ofAgent} seq < ? ORDER BY seq DESC LIMIT ?`)
      .all(...(agent === undefined ? [] : [agent]), seqBefore(before), limit + 1);
    const rows = found.slice(0, limit);
    return { activity: rows.map(entryOf), next: found.length > limit ? cursorOf(rows.at(-1)) : null };
  }

  activity(id: string): ActivityDetail | undefined {
    const row = this.#statements.get('SELECT entry, session, body FROM activity WHERE id = ?', id);
    return row === undefined
      ? undefined
      : {
          ...entryOf(row),
          session: sessionOf(JSON.parse(String(row['session'])) as WrittenSession, bodyOf(row)),
        };
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
