/** How many tests there were in one part of the run. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, by name: a log of thousands of lines is often kept only to its last hundred. */
  readonly failures: readonly string[];
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    failures: [...one.failures, ...other.failures],
  };
}

/** A runner that ends badly without a failed test (it crashed, an error escaped) counts as one failure. */
export function withExitCode(tally: Tally, exitCode: number): Tally {
  if (exitCode === 0 || tally.failed > 0) {
    return tally;
  }
  const failures = tally.failures.length > 0 ? tally.failures : [`the runner ended with code ${exitCode}`];
  return { ...tally, failed: 1, failures };
}

/** `12 passed, 0 failed, 1 skipped`: the closing line of a test run. */
export function closingLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`;
}
