import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Burst } from '../../../electron/store/burst.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'], now: 10_000 });
  vi.advanceTimersByTime(10_000);
});

afterEach(() => {
  vi.useRealTimers();
});

test('many at once are a burst, which a stall of 100 ms does not end', () => {
  const burst = new Burst();
  burst.came(26);
  expect(burst.isOn).toBe(true);
  vi.advanceTimersByTime(100);
  expect(burst.isOn).toBe(true);
  burst.goesOn();
  vi.advanceTimersByTime(100);
  expect(burst.isOn).toBe(true);
  vi.advanceTimersByTime(20);
  expect(burst.isOn).toBe(false);
});

test('a hundred a second are none', () => {
  const burst = new Burst();
  for (let count = 0; count < 200; count += 1) {
    burst.came(1);
    expect(burst.isOn).toBe(false);
    vi.advanceTimersByTime(10);
  }
});

test('work waits no longer than five seconds for the end of an unbroken stream, nor for more than 10,000', () => {
  const burst = new Burst();
  for (let ms = 0; ms < 5000; ms += 20) {
    burst.came(20);
    vi.advanceTimersByTime(20);
  }
  burst.came(1);
  expect(burst.isOn).toBe(false);
  burst.caughtUp();
  burst.came(9_999);
  expect(burst.isOn).toBe(true);
  burst.came(1);
  expect(burst.isOn).toBe(false);
});
