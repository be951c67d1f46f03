/** A deletion of this page that can be taken back. */
export interface Deletion {
  readonly undo: string;
  readonly count: number;
}

/** The deletions of this page, the last one on top. */
class Deletions {
  readonly #listeners = new Set<() => void>();
  #stack: readonly Deletion[] = [];

  /** Takes note of what the control API answered. */
  add({ undo, deleted }: { undo: string | null; deleted: number }): void {
    if (undo !== null) {
      this.#change([...this.#stack, { undo, count: deleted }]);
    }
  }

  /** Takes the last one off. */
  take(): Deletion | undefined {
    const last = this.last();
    this.#change(this.#stack.slice(0, -1));
    return last;
  }

  readonly last = (): Deletion | undefined => this.#stack.at(-1);

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #change(stack: readonly Deletion[]): void {
    this.#stack = stack;
    this.#listeners.forEach((listener) => listener());
  }
}

export const deletions = new Deletions();
