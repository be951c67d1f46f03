import { expect, test } from 'vitest';
import { add, closingLine, nothing, withExitCode } from '../../../scripts/test-run/tally.ts';

test('the closing line adds up all parts', () => {
  const parts = [
    { passed: 4, failed: 0, skipped: 0 },
    { passed: 120, failed: 1, skipped: 2 },
    { passed: 0, failed: 0, skipped: 7 },
  ];
  expect(closingLine(parts.reduce(add, nothing))).toBe('124 passed, 1 failed, 9 skipped');
});

test('a runner that ends badly without a failed test counts as one failure', () => {
  const green = { passed: 5, failed: 0, skipped: 0 };
  expect(withExitCode(green, 0)).toEqual(green);
  expect(withExitCode(green, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  expect(withExitCode({ ...green, failed: 3 }, 1)).toEqual({ passed: 5, failed: 3, skipped: 0 });
});
