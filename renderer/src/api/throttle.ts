const leastPauseMs = 1000;
/** It rests so many times as long as the work took, which leaves the server nine tenths of its time. */
const restShare = 9;

/** What a page tells of whether it is seen. */
type Seen = Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>;

/**
 * Does something at once when it was quiet, else once per second, or less often when it takes long: for what costs the
 * server a look at every message. Never twice at a time; while nobody sees the page not at all, but once when it is seen.
 */
export class Throttle {
  readonly #work: () => Promise<unknown>;
  readonly #page: Seen;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = false;
  #isBusy = false;

  constructor(work: () => Promise<unknown>, page: Seen = document) {
    this.#work = work;
    this.#page = page;
  }

  ask(): void {
    this.#asked = true;
    this.#begin();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#page.removeEventListener('visibilitychange', this.#begin);
    this.#asked = false;
    this.#isBusy = false;
  }

  readonly #begin = (): void => {
    if (!this.#asked || this.#isBusy) {
      return;
    }
    if (this.#page.hidden) {
      this.#page.addEventListener('visibilitychange', this.#begin, { once: true });
      return;
    }
    this.#asked = false;
    this.#isBusy = true;
    void this.#run();
  };

  async #run(): Promise<void> {
    const began = performance.now();
    try {
      await this.#work();
    } finally {
      const pauseMs = Math.max(leastPauseMs, restShare * (performance.now() - began));
      this.#timer = setTimeout(() => {
        this.#isBusy = false;
        this.#begin();
      }, pauseMs);
    }
  }
}
