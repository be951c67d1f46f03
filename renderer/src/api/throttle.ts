const pauseMs = 1000;

/** Does something at once when it was quiet, else once per second: for what costs the server a look at every message. */
export class Throttle {
  readonly #work: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = false;

  constructor(work: () => void) {
    this.#work = work;
  }

  ask(): void {
    if (this.#timer !== undefined) {
      this.#asked = true;
      return;
    }
    this.#work();
    this.#timer = setTimeout(() => this.#rested(), pauseMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#asked = false;
  }

  #rested(): void {
    this.#timer = undefined;
    if (this.#asked) {
      this.#asked = false;
      this.ask();
    }
  }
}
