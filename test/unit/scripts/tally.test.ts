import { expect, test } from 'vitest';
import { add, closingLine, nothing, withExitCode } from '../../../scripts/test-run/tally.ts';

const green = { ...nothing, passed: 5 };

test('the closing line adds up all parts, and what failed is named', () => {
  const parts = [
    { ...nothing, passed: 4 },
    { passed: 120, failed: 1, skipped: 2, failures: ['a.test.ts: is red'] },
    { ...nothing, skipped: 7, failures: ['b.test.ts broke off'] },
  ];
  const total = parts.reduce(add, nothing);
  expect(closingLine(total)).toBe('124 passed, 1 failed, 9 skipped');
  expect(total.failures).toEqual(['a.test.ts: is red', 'b.test.ts broke off']);
});

test('a runner that ends badly without a failed test counts as one failure', () => {
  expect(withExitCode(green, 0)).toEqual(green);
  expect(withExitCode(green, 1)).toEqual({
    ...green,
    failed: 1,
    failures: ['the runner ended with code 1'],
  });
  expect(withExitCode({ ...green, failures: ['a.test.ts broke off'] }, 1)).toEqual({
    ...green,
    failed: 1,
    failures: ['a.test.ts broke off'],
  });
  expect(withExitCode({ ...green, failed: 3 }, 1)).toEqual({ ...green, failed: 3 });
});
