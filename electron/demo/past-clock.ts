import { type Clock, systemClock } from '../tls/clock.ts';

/** A clock that is set back, and runs from there as any other. */
export class PastClock implements Clock {
  #behindMs = 0;

  /** From now on it is so many minutes ago. */
  setBack(minutes: number): void {
    this.#behindMs = minutes * 60_000;
  }

  now(): Date {
    return new Date(Date.now() - this.#behindMs);
  }

  every(ms: number, task: () => void): () => void {
    return systemClock.every(ms, task);
  }
}
