/** Messages that wait for their commit together. */
const most = 32;

/** Promises of which only so many are unsettled at a time. The first failure is kept, and thrown at the next turn. */
export class InFlight {
  readonly #promises = new Set<Promise<void>>();
  #failure: Error | undefined;

  /** Resolves when there is room for another one. @throws what one of them was rejected with */
  async add(promise: Promise<void>): Promise<void> {
    const settled: Promise<void> = promise
      .catch((error: unknown) => {
        this.#failure ??= error instanceof Error ? error : new Error(String(error));
      })
      .finally(() => this.#promises.delete(settled));
    this.#promises.add(settled);
    if (this.#promises.size >= most) {
      await Promise.race(this.#promises);
    }
    this.throwFailure();
  }

  /** Resolves when all are settled, well or not. */
  async settled(): Promise<void> {
    await Promise.all(this.#promises);
  }

  /** @throws what one of them was rejected with */
  throwFailure(): void {
    if (this.#failure !== undefined) {
      throw this.#failure;
    }
  }
}
