import { once } from 'node:events';
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
  try {
    await once(worker, 'exit');
  } finally {
    clearTimeout(late);
  }
}
