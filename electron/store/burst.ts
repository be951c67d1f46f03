/** So many within so many milliseconds are a burst, until none has come for a while. */
const burstCount = 25;
const burstWindowMs = 100;
/** A burst is over when none has come for so many milliseconds: a busy machine stalls for 40 and 100, and is not quiet. */
export const quietMs = 120;
/** Work that waits for the end of a burst waits no longer than this. */
const patienceMs = 5000;
const patienceCount = 10_000;

/** Tells whether a burst is going on that work which takes the processor from it had better wait for. */
export class Burst {
  /** What came since the work was last done, and when the first of it came. */
  #waiting = 0;
  #waitingSince = 0;
  /** What came in this window and in the one before. */
  #windowAt = 0;
  #inWindow = 0;
  #inLastWindow = 0;
  #lastAt = 0;

  came(count: number): void {
    this.#lastAt = performance.now();
    if (this.#waiting === 0) {
      this.#waitingSince = this.#lastAt;
    }
    this.#waiting += count;
    if (this.#lastAt - this.#windowAt > burstWindowMs) {
      this.#windowAt = this.#lastAt;
      this.#inLastWindow = this.#inWindow;
      this.#inWindow = 0;
    }
    this.#inWindow += count;
  }

  /** Nothing came, but it is not quiet either. */
  goesOn(): void {
    this.#lastAt = performance.now();
  }

  /** The work is done now. */
  caughtUp(): void {
    this.#waiting = 0;
  }

  /** False also when the work has waited long enough. */
  get isOn(): boolean {
    const now = performance.now();
    return (
      now - this.#lastAt < quietMs &&
      Math.max(this.#inWindow, this.#inLastWindow) > burstCount &&
      this.#waiting < patienceCount &&
      now - this.#waitingSince < patienceMs
    );
  }
}
