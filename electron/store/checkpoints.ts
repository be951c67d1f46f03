import type { DatabaseSync } from 'node:sqlite';

/** Pages of the write-ahead log with which a commit moves it into the database before it returns. */
export const checkpointPages = { usually: 4_000, inBurst: 20_000 } as const;

/**
 * When the log is moved into the database: the commit that does it takes 40 to 200 ms, and everybody who sends waits for
 * it. In a burst, that is every 900 mails, so then it is put off until the burst is over or the log has 80 MB.
 */
export class Checkpoints {
  readonly #database: DatabaseSync;
  #isPutOff = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  putOff(isBurst: boolean): void {
    if (isBurst !== this.#isPutOff) {
      this.#isPutOff = isBurst;
      this.#database.exec(
        `PRAGMA wal_autocheckpoint=${isBurst ? checkpointPages.inBurst : checkpointPages.usually}`,
      );
    }
  }
}
