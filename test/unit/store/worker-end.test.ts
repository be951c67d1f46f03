import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { workerEnd } from '../../../electron/store/worker-end.ts';

/** A worker that does this once it is told to finish. */
async function worker(atTheEnd: string): Promise<Worker> {
  const code = `const { parentPort } = require('node:worker_threads');
    parentPort.once('message', () => { ${atTheEnd} });
    parentPort.postMessage('up');`;
  const started = new Worker(code, { eval: true });
  started.on('error', () => undefined);
  onTestFinished(() => void started.terminate());
  await once(started, 'message');
  return started;
}

test.each([
  { how: 'by itself', atTheEnd: '', exitCode: 0 },
  { how: 'by an error', atTheEnd: "throw new Error('on purpose')", exitCode: 1 },
])('a worker that ends $how is waited for', async ({ atTheEnd, exitCode }) => {
  const ending = await worker(atTheEnd);
  const exit = new Promise((resolve) => ending.once('exit', resolve));
  ending.postMessage('finish', []);
  await workerEnd(ending, 60_000);
  expect(await exit).toBe(exitCode);
  await workerEnd(ending, 60_000);
});

test('a worker that does not end is ended', async () => {
  const stuck = await worker('for (;;);');
  stuck.postMessage('finish', []);
  await workerEnd(stuck, 50);
  expect(stuck.threadId).toBe(-1);
});
