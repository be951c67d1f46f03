import { closeSync, fdatasync, openSync } from 'node:fs';

/** How long a commit may stand in the operating system's memory alone (milliseconds). */
const syncAfterMs = 100;

/**
 * Puts the write-ahead log on the disk shortly after a commit, without making the commit wait: a process that is killed
 * loses nothing of what was committed, and a power cut no more than the last moments.
 */
export class LogSync {
  readonly #descriptor: number;
  readonly #failed: (error: Error) => void;
  #timer: NodeJS.Timeout | undefined;
  #isSyncing = false;
  #isClosed = false;

  /** Of a log that exists, which it does once something was written to the database. */
  constructor(log: string, failed: (error: Error) => void) {
    this.#descriptor = openSync(log, 'r+');
    this.#failed = failed;
  }

  /** Something was committed. */
  committed(): void {
    this.#timer ??= setTimeout(() => this.#sync(), syncAfterMs);
  }

  /** Before the database is closed, which syncs what is left itself. */
  close(): void {
    clearTimeout(this.#timer);
    this.#isClosed = true;
    if (!this.#isSyncing) {
      closeSync(this.#descriptor);
    }
  }

  #sync(): void {
    this.#timer = undefined;
    if (this.#isSyncing) {
      this.committed();
      return;
    }
    this.#isSyncing = true;
    fdatasync(this.#descriptor, (error) => {
      this.#isSyncing = false;
      if (error !== null) {
        this.#failed(error);
      }
      if (this.#isClosed) {
        closeSync(this.#descriptor);
      }
    });
  }
}
