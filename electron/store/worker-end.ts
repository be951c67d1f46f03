import type { Worker } from 'node:worker_threads';

/**
 * Resolves once the worker, told to finish, has ended by itself; one that has not after `patienceMs` is ended. The
 * natural end comes first because a thread that is stopped anywhere in native code may take the process along.
 */
export async function workerEnd(worker: Worker, patienceMs: number): Promise<void> {
  if (worker.threadId === -1) {
    return;
  }
  const late = setTimeout(() => void worker.terminate(), patienceMs);
  // Also one that ends by an error has ended: `once` of node:events would reject.
  await new Promise((resolve) => worker.once('exit', resolve));
  clearTimeout(late);
}
