/** Fails when a union has gained a member that a `switch` does not know. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}

/** Narrows away null and undefined; `why` says why neither can occur here. */
export function assertNonNullable<T>(value: T, why: string): asserts value is NonNullable<T> {
  if (value === null || value === undefined) {
    throw new Error(`Expected a value: ${why}`);
  }
}
