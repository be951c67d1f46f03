/** Calls `run` at the next frame of the screen; a hidden page has no frames, so a timer stands by. Answers with the cancel. */
export type Schedule = (run: () => void) => () => void;

const hiddenPageMs = 250;

export function nextFrame(run: () => void): () => void {
  const cancel = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const once = () => {
    cancel();
    run();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, hiddenPageMs);
  return cancel;
}

/** Collects what comes in bursts and hands it on once a frame, so that the page redraws at most as often as the screen. */
export class FrameBatch<T> {
  readonly #flush: (entries: readonly T[]) => void;
  readonly #schedule: Schedule;
  #entries: T[] = [];
  #cancel: (() => void) | undefined;

  constructor(flush: (entries: readonly T[]) => void, schedule: Schedule = nextFrame) {
    this.#flush = flush;
    this.#schedule = schedule;
  }

  add(...entries: readonly T[]): void {
    this.#entries.push(...entries);
    this.#cancel ??= this.#schedule(() => {
      const batch = this.#entries;
      this.#entries = [];
      this.#cancel = undefined;
      this.#flush(batch);
    });
  }

  /** Drops what has not been handed on. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#entries = [];
  }
}
