import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Bin } from './bin.ts';
import type { Counters } from './counters.ts';
import type { Undo } from './protocol.ts';
import type { SelectedRow } from './selecting.ts';

const purgeRows = 100;
const purgeBytes = 4 * 1024 * 1024;
const vacuumPages = 256;

/**
 * Deletion in two steps. Removing takes the message out of lists, search and counters at once, into the bin when it may
 * be taken back; its parcel and its tags are purged later, bit by bit, and the file shrinks when much of it is free.
 */
export class Removing {
  readonly #database: DatabaseSync;
  readonly #counters: Counters;
  readonly #bin: Bin;
  readonly #message: StatementSync;
  readonly #search: StatementSync;
  readonly #tags: StatementSync;
  readonly #trash: StatementSync;
  readonly #oldestTrash: StatementSync;
  readonly #emptyTrash: StatementSync;
  readonly #parcel: StatementSync;
  #trashMayHold = true;
  #mayShrink = true;
  #shrinking = false;

  constructor(database: DatabaseSync, counters: Counters, bin: Bin) {
    this.#database = database;
    this.#counters = counters;
    this.#bin = bin;
    this.#message = database.prepare('DELETE FROM message WHERE seq = ?');
    this.#search = database.prepare('DELETE FROM search WHERE rowid = ?');
    this.#tags = database.prepare('DELETE FROM message_tag WHERE seq = ?');
    this.#trash = database.prepare('INSERT INTO trash (seq, size) VALUES (?, ?)');
    this.#oldestTrash = database.prepare('SELECT seq, size FROM trash ORDER BY seq LIMIT ?');
    this.#emptyTrash = database.prepare('DELETE FROM trash WHERE seq = ?');
    this.#parcel = database.prepare('DELETE FROM parcel WHERE seq = ?');
  }

  /** Inside a transaction. Answers with those that were still there: a selection may name one twice. */
  remove(rows: readonly SelectedRow[], undo?: Undo): SelectedRow[] {
    const removed = rows.filter((row) => {
      if (undo !== undefined) {
        this.#bin.put(row, undo);
      }
      return this.#message.run(row.seq).changes === 1;
    });
    for (const row of removed) {
      this.#search.run(row.seq);
      if (undo === undefined) {
        this.#trash.run(row.seq, row.size);
      }
      this.#counters.add(row.agent, -1, row.read ? 0 : -1);
    }
    this.#trashMayHold = true;
    return removed;
  }

  /** Parcels came to the trash from the bin. */
  binGivenUp(): void {
    this.#trashMayHold = true;
  }

  /** Whether parcels may be left to purge. */
  get hasTrash(): boolean {
    return this.#trashMayHold;
  }

  /** Purges some parcels, inside a transaction; false when there is none left. */
  purgeSome(): boolean {
    let bytes = 0;
    const rows = this.#oldestTrash.all(purgeRows);
    for (const row of rows) {
      const seq = Number(row['seq']);
      this.#parcel.run(seq);
      this.#tags.run(seq);
      this.#emptyTrash.run(seq);
      bytes += Number(row['size']);
      if (bytes > purgeBytes) {
        break;
      }
    }
    this.#trashMayHold = rows.length > 0;
    this.#mayShrink = true;
    return this.#trashMayHold;
  }

  /** Gives some free pages back to the file system, outside any transaction; false when there is no more to do. */
  shrinkSome(): boolean {
    if (!this.#mayShrink) {
      return false;
    }
    const free = this.#pragma('freelist_count');
    // An inbox at its limit uses freed pages again at once: begin only when an eighth of the file lies idle.
    if (!this.#shrinking && (free < vacuumPages || free < this.#pragma('page_count') / 8)) {
      this.#mayShrink = false;
      return false;
    }
    this.#shrinking = free > 0;
    // The file itself is cut when the log is folded into it.
    this.#database.exec(
      free > 0 ? `PRAGMA incremental_vacuum(${vacuumPages})` : 'PRAGMA wal_checkpoint(TRUNCATE)',
    );
    return true;
  }

  #pragma(name: string): number {
    return Number(this.#database.prepare(`PRAGMA ${name}`).get()?.[name] ?? 0);
  }
}
