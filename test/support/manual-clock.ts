import type { Clock } from '../../electron/tls/clock.ts';

/** A clock that moves only when told, and then runs what was due. */
export class ManualClock implements Clock {
  #now: number;
  readonly #tasks = new Set<{ readonly ms: number; due: number; readonly task: () => void }>();

  constructor(start = '2026-03-01T12:00:00.000Z') {
    this.#now = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  every(ms: number, task: () => void): () => void {
    const entry = { ms, due: this.#now + ms, task };
    this.#tasks.add(entry);
    return () => this.#tasks.delete(entry);
  }

  /** How many repeating tasks have not been ended. */
  get running(): number {
    return this.#tasks.size;
  }

  /** Moves on; a repeating task that was due several times runs once, as a real timer after a long sleep does. */
  advanceDays(days: number): void {
    this.advance(days * 24 * 60 * 60 * 1000);
  }

  /** Moves on by so many milliseconds. */
  advance(ms: number): void {
    this.#now += ms;
    for (const entry of this.#tasks) {
      if (entry.due <= this.#now) {
        entry.due = this.#now + entry.ms;
        entry.task();
      }
    }
  }
}
