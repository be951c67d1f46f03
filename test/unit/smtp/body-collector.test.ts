import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { BodyCollector } from '../../../electron/smtp/body-collector.ts';

test('small and large pieces come back in their order, in an ArrayBuffer of their own', () => {
  const collector = new BodyCollector(10_000_000);
  const pieces = [1, 3000, 5, 0, 2047, 2048, 40_000, 7].flatMap((size) => [
    randomBytes(size),
    randomBytes(100),
  ]);
  for (const piece of pieces) {
    collector.add(piece);
  }
  const whole = collector.concat();
  expect(whole.equals(Buffer.concat(pieces))).toBe(true);
  expect(whole.buffer.byteLength).toBe(whole.length);
});

test('beyond the limit it only counts', () => {
  const collector = new BodyCollector(10);
  collector.add(Buffer.alloc(10));
  expect(collector.isTooLarge).toBe(false);
  collector.add(Buffer.alloc(1));
  collector.add(Buffer.alloc(5000));
  expect([collector.isTooLarge, collector.size]).toEqual([true, 5011]);
});
