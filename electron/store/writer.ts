import type { DatabaseSync } from 'node:sqlite';
import { ActivityLog, type WrittenActivity } from './activity-log.ts';
import { Bin } from './bin.ts';
import { Changing } from './changing.ts';
import { Commands } from './commands.ts';
import type { Work } from './commands.ts';
import { Counters } from './counters.ts';
import { Holding } from './holding.ts';
import type { HeldBatch } from './holding.ts';
import { Indexing } from './indexing.ts';
import type { LogSync } from './log-sync.ts';
import type { IndexRow, WriterCommand, WriterReport } from './protocol.ts';
import { Removing } from './removing.ts';
import { Retaining } from './retaining.ts';
import type { SearchConnection } from './search-connection.ts';
import { packError } from './sent-error.ts';
import { TaggingRules } from './tagging.ts';
import { Tags } from './tags.ts';
import { inTransaction } from './transaction.ts';

/** Under unbroken load everything else gets one turn in so many. */
const sharedTurn = 16;
const activityRows = 200;

interface Job {
  readonly ticket: number;
  readonly work: Work;
}

/**
 * Owns the only write connection and decides what is written next: waiting mail first, all of it in one transaction;
 * then a step of a command, the index, the activity; and the housekeeping when nothing else is to do.
 */
export class Writer {
  readonly retaining: Retaining;
  readonly #database: DatabaseSync;
  readonly #log: LogSync;
  readonly #searching: SearchConnection;
  readonly #report: (report: WriterReport) => void;
  readonly #counters: Counters;
  readonly #holding: Holding;
  readonly #indexing: Indexing;
  readonly #activityLog: ActivityLog;
  readonly #bin: Bin;
  readonly #removing: Removing;
  readonly #commands: Commands;
  #waitingMail: HeldBatch[] = [];
  readonly #jobs: Job[] = [];
  #waitingIndex: { rows: readonly IndexRow[]; done: (written: boolean) => void } | undefined;
  #waitingActivity: WrittenActivity[] = [];
  #agedWork: Work | undefined;
  #olderToIndex = false;
  #turns = 0;

  constructor(
    database: DatabaseSync,
    log: LogSync,
    searching: SearchConnection,
    report: (report: WriterReport) => void,
  ) {
    this.#database = database;
    this.#searching = searching;
    this.#log = log;
    this.#report = report;
    this.#counters = new Counters(database);
    this.#holding = new Holding(database, this.#counters);
    const tags = new Tags(database);
    const taggingRules = new TaggingRules(database);
    this.#indexing = new Indexing(database, this.#counters, tags, taggingRules);
    this.#activityLog = new ActivityLog(database, this.#counters);
    this.#bin = new Bin(database, this.#counters);
    this.#removing = new Removing(database, this.#counters, this.#bin);
    this.retaining = new Retaining(database, this.#counters);
    this.#commands = new Commands({
      database,
      counters: this.#counters,
      bin: this.#bin,
      removing: this.#removing,
      retaining: this.retaining,
      activityLog: this.#activityLog,
      searching,
      tags,
      taggingRules,
      changing: new Changing(database, this.#counters, tags),
      reports: {
        counts: (counts) => {
          this.retaining.observe(counts);
          report({ kind: 'counts', counts });
        },
        changed: (messages) => report({ kind: 'changed', messages }),
        changedMany: (agentId) => report({ kind: 'changedMany', agentId }),
        removed: (agentId, ids, final) => report({ kind: 'removed', agentId, ids, final }),
        unindexed: () => {
          this.#olderToIndex = true;
        },
      },
    });
    // Whoever asked for these deletions is not there any more to take them back.
    this.#agedWork = this.#commands.giveUp((bin) => bin.giveUpAll());
  }

  counts(): ReturnType<Counters['all']> {
    return this.#counters.all();
  }

  hold(batch: HeldBatch): void {
    this.#waitingMail.push(batch);
  }

  command(ticket: number, command: Exclude<WriterCommand, { name: 'close' }>): void {
    this.#jobs.push({ ticket, work: this.#commands.run(command) });
  }

  /** `done` is called once the rows are written, or could not be. */
  index(rows: readonly IndexRow[], done: (written: boolean) => void): void {
    this.#waitingIndex = { rows, done };
  }

  record(rows: readonly WrittenActivity[]): void {
    this.#waitingActivity.push(...rows);
  }

  enforceAge(now: number): void {
    this.#agedWork ??= this.#removeAged(now);
  }

  /** Whether mail waits for its commit. */
  get busy(): boolean {
    return this.#waitingMail.length > 0;
  }

  /** Whether messages before those that were last indexed wait to be indexed; said once. */
  takeOlderToIndex(): boolean {
    const older = this.#olderToIndex;
    this.#olderToIndex = false;
    return older;
  }

  /** Does the next piece of work; false when there was none. A failure of one piece leaves the others alone. */
  turn(): boolean {
    this.#turns += 1;
    const mail = this.#commitMail();
    const job = this.#stepJob();
    if (mail && this.#turns % sharedTurn !== 0) {
      return true;
    }
    return this.#writeIndex() || this.#writeActivity() || mail || job || this.#keepHouse();
  }

  /** Finishes what was begun, without the housekeeping. */
  finish(): void {
    while (this.#commitMail() || this.#stepJob() || this.#writeActivity()) {
      // each call does one piece
    }
    this.#log.close();
    this.#searching.close();
    this.#database.close();
  }

  #commitMail(): boolean {
    if (this.#waitingMail.length === 0) {
      return false;
    }
    const batches = this.#waitingMail;
    this.#waitingMail = [];
    const { failures, counts } = this.#holding.hold(batches);
    this.#log.committed();
    this.retaining.observe(counts);
    batches.forEach(({ batch }, position) => {
      const last = position === batches.length - 1;
      this.#report({
        kind: 'held',
        batch,
        failures: failures[position] ?? new Map(),
        counts: last ? counts : [],
      });
    });
    return true;
  }

  #stepJob(): boolean {
    const job = this.#jobs[0];
    if (job === undefined) {
      return false;
    }
    try {
      const step = job.work.next();
      if (step.done === true) {
        this.#jobs.shift();
        this.#report({ kind: 'answer', ticket: job.ticket, result: step.value });
      }
    } catch (error) {
      this.#jobs.shift();
      this.#report({ kind: 'refusal', ticket: job.ticket, error: packError(error) });
    }
    return true;
  }

  #writeIndex(): boolean {
    const waiting = this.#waitingIndex;
    if (waiting === undefined) {
      return false;
    }
    this.#waitingIndex = undefined;
    try {
      const { indexed, restored, changed } = this.#indexing.write(waiting.rows);
      this.#report({ kind: 'indexed', messages: indexed, restored });
      if (changed.length > 0) {
        this.#report({ kind: 'changed', messages: changed });
      }
      waiting.done(true);
    } catch (error) {
      waiting.done(false);
      this.#report({ kind: 'trouble', error: packError(error) });
    }
    return true;
  }

  #writeActivity(): boolean {
    if (this.#waitingActivity.length === 0) {
      return false;
    }
    const rows = this.#waitingActivity.splice(0, activityRows);
    const ids = rows.map((row) => row.id);
    try {
      inTransaction(this.#database, this.#counters, () => this.#activityLog.write(rows));
      this.#report({ kind: 'recorded', ids, kept: true });
    } catch (error) {
      this.#activityLog.rolledBack();
      this.#report({ kind: 'recorded', ids, kept: false });
      this.#report({ kind: 'trouble', error: packError(error) });
    }
    return true;
  }

  /** What fails here is tried again after the next piece of real work, not at once. */
  #keepHouse(): boolean {
    try {
      return this.#housekeepingStep();
    } catch (error) {
      this.#report({ kind: 'trouble', error: packError(error) });
      return false;
    }
  }

  #housekeepingStep(): boolean {
    if (this.#commands.removeRows(this.retaining.surplus()) > 0) {
      return true;
    }
    if (this.#agedWork !== undefined) {
      if (this.#agedWork.next().done === true) {
        this.#agedWork = undefined;
      }
      return true;
    }
    if (this.#removing.hasTrash) {
      return inTransaction(this.#database, this.#counters, () => this.#removing.purgeSome()).result;
    }
    return this.#removing.shrinkSome();
  }

  *#removeAged(now: number): Work {
    let removed = yield* this.#commands.giveUp((bin) => bin.giveUpOld(now));
    for (const rows of this.retaining.aged(now)) {
      removed += this.#commands.removeRows(rows);
      yield;
    }
    return removed;
  }
}
