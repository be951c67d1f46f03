import { expect, test } from 'vitest';
import { OneAtATime } from '../../../electron/agents/one-at-a-time.ts';

test('tasks run in order, and one that fails does not stop the next', async () => {
  const turns = new OneAtATime();
  const order: string[] = [];
  const first = turns.run(async () => {
    await Promise.resolve();
    order.push('first');
  });
  const second = turns.run(async () => {
    order.push('second');
    throw new Error('no');
  });
  const third = turns.run(async () => order.push('third'));
  await expect(second).rejects.toThrow('no');
  await Promise.all([first, third]);
  expect(order).toEqual(['first', 'second', 'third']);
});
