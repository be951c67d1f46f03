import { expect, test } from 'vitest';
import { createRequestIds } from '../../../electron/zeptomail/request-id.ts';

const node = Uint8Array.from([0x52, 0x54, 0x00, 0xfa, 0x05, 0xf6, 0x21, 0x00]);
const key = '3dd3c3f49c2fb8fc';

test('a request id has the account, the agent, the kind, a version 1 uuid of the moment and its milliseconds', () => {
  const next = createRequestIds(() => 0x18f6cfb6a27, node);
  expect(next(key, 'm1')).toBe('2d6f.3dd3c3f49c2fb8fc.m1.3063d370-1063-11ef-a100-535400fa05f6.18f6cfb6a27');
});

test('ids never repeat while the clock stands still or jumps back', () => {
  let now = 1_700_000_000_000;
  const next = createRequestIds(() => now, node);
  const ids = new Set(Array.from({ length: 20_000 }, () => next(key, 'm1')));
  now -= 3_600_000;
  for (let i = 0; i < 1_000; i += 1) {
    ids.add(next(key, 'm4'));
  }
  expect(ids.size).toBe(21_000);
});

test('every id is of the grammar that production’s samples show', () => {
  const next = createRequestIds(() => Date.now());
  expect(next(key, 'm4')).toMatch(
    /^2d6f\.[0-9a-f]{16}\.m4\.[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\.[0-9a-f]{11}$/,
  );
});
