import type { Command } from './command.ts';

const none: readonly Command[] = [];

/** What the page can do at this moment: each part of it offers its own commands while it is on the screen. */
export class CommandRegistry {
  readonly #offers = new Map<symbol, readonly Command[]>();
  readonly #listeners = new Set<() => void>();
  #all: readonly Command[] = none;

  offer(owner: symbol, commands: readonly Command[]): void {
    this.#offers.set(owner, commands);
    this.#changed();
  }

  withdraw(owner: symbol): void {
    this.#offers.delete(owner);
    this.#changed();
  }

  /** The same array until something changes. */
  readonly all = (): readonly Command[] => this.#all;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #changed(): void {
    this.#all = [...this.#offers.values()].flat();
    this.#listeners.forEach((listener) => listener());
  }
}
