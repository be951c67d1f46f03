import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { MessageSummary } from '#shared/message.ts';
import type { Counters } from './counters.ts';
import { readingVersion } from './protocol.ts';
import type { IndexRow } from './protocol.ts';
import { summaryColumns, summaryOf } from './rows.ts';
import { agentToken } from './search-text.ts';
import type { TaggingRules } from './tagging.ts';
import type { Tags } from './tags.ts';
import { inTransaction } from './transaction.ts';

/** The first reading (`readingVersion`) that looked for tags. */
const taggedSince = 2;

/** Writes what the indexer found out. */
export class Indexing {
  readonly #database: DatabaseSync;
  readonly #counters: Counters;
  readonly #tags: Tags;
  readonly #taggingRules: TaggingRules;
  readonly #reading: StatementSync;
  readonly #message: StatementSync;
  readonly #search: StatementSync;
  readonly #forget: StatementSync;
  readonly #summary: StatementSync;

  constructor(database: DatabaseSync, counters: Counters, tags: Tags, taggingRules: TaggingRules) {
    this.#database = database;
    this.#counters = counters;
    this.#tags = tags;
    this.#taggingRules = taggingRules;
    this.#reading = database.prepare('SELECT reading FROM message WHERE seq = ?');
    this.#message = database.prepare(
      `UPDATE message SET state = ?, from_address = ?, from_name = ?, recipients = ?, subject = ?, snippet = ?, code = ?,
         attachments = ?, inlines = ?, links = ?, html = ?, plain = ?, reading = ${readingVersion}
       WHERE seq = ? AND (state > 0) = ? RETURNING agent`,
    );
    this.#search = database.prepare(
      `INSERT INTO search (rowid, agent, sender, receiver, cc, bcc, reply_to, envelope, subject, message_id,
         filenames, links, verdicts, text)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#forget = database.prepare('DELETE FROM search WHERE rowid = ?');
    this.#summary = database.prepare(`SELECT ${summaryColumns} FROM message WHERE seq = ?`);
  }

  /**
   * A message that was deleted in the meantime is passed over. Answers with the summaries of those indexed, of those
   * indexed anew because their deletion was taken back, and of those that were read again and are another to their
   * list now.
   */
  write(rows: readonly IndexRow[]): Record<'indexed' | 'restored' | 'changed', MessageSummary[]> {
    const wasRead = new Set(rows.filter(({ seq }) => this.#readingOf(seq) > 0).map(({ seq }) => seq));
    const before = new Map(
      rows.filter(({ again }) => again).map(({ seq }) => [seq, JSON.stringify(this.#summaries(seq))]),
    );
    const { result } = inTransaction(this.#database, this.#counters, () =>
      rows.filter((row) => this.#index(row)),
    );
    const read = Object.groupBy(result, ({ again, seq }) =>
      again ? 'again' : wasRead.has(seq) ? 'restored' : 'first',
    );
    const changed = (read.again ?? []).map(({ seq }) => ({ seq, summaries: this.#summaries(seq) }));
    return {
      indexed: (read.first ?? []).flatMap(({ seq }) => this.#summaries(seq)),
      restored: (read.restored ?? []).flatMap(({ seq }) => this.#summaries(seq)),
      changed: changed
        .filter(({ seq, summaries }) => JSON.stringify(summaries) !== before.get(seq))
        .flatMap(({ summaries }) => summaries),
    };
  }

  #summaries(seq: number): MessageSummary[] {
    return this.#summary.all(seq).map(summaryOf);
  }

  /** The version of the reading that a message was last read with; 0 when it was not read yet, or is gone. */
  #readingOf(seq: number): number {
    return Number(this.#reading.get(seq)?.['reading'] ?? 0);
  }

  #index(row: IndexRow): boolean {
    const wasTagged = this.#readingOf(row.seq) >= taggedSince;
    const updated = this.#message.get(
      row.failed ? 2 : 1,
      row.fromAddress,
      row.fromName,
      row.recipients,
      row.subject,
      row.snippet,
      row.code,
      row.attachmentCount,
      row.inlineCount,
      row.linkCount,
      row.hasHtml ? 1 : 0,
      row.hasText ? 1 : 0,
      row.seq,
      row.again ? 1 : 0,
    );
    if (updated === undefined) {
      return false;
    }
    if (row.again) {
      this.#forget.run(row.seq);
    }
    const agentNumber = Number(updated['agent']);
    const fields = row.search;
    this.#search.run(
      row.seq,
      agentToken(agentNumber),
      fields.sender,
      fields.receiver,
      fields.cc,
      fields.bcc,
      fields.replyTo,
      fields.envelope,
      fields.subject,
      fields.messageId,
      fields.filenames,
      fields.links,
      fields.verdicts,
      fields.text,
    );
    // What a person took away does not come back when the message is read again.
    if (!wasTagged) {
      const tags = this.#taggingRules.tagsFor(agentNumber, row.seq, row.tags);
      tags.forEach((tag) => this.#tags.add(row.seq, tag));
    }
    return true;
  }
}
