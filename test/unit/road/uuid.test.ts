import { expect, test } from 'vitest';
import { z } from 'zod';
import { uuidv7 } from '../../../electron/road/uuid.ts';

test('is a UUID of version 7 that carries its time in its first 48 bits', () => {
  const id = uuidv7(0x0123456789ab);
  expect(z.uuidv7().safeParse(id).success).toBe(true);
  expect(id.slice(0, 13)).toBe('01234567-89ab');
});

test('is never the same twice, also in one millisecond', () => {
  const ids = new Set(Array.from({ length: 10_000 }, () => uuidv7(1)));
  expect(ids.size).toBe(10_000);
});

test.each([-1, 2 ** 48, 1.5])('takes the odd time %d of a wrong clock', (time) => {
  expect(z.uuid().safeParse(uuidv7(time)).success).toBe(true);
});
