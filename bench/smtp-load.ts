import { fork } from 'node:child_process';
import type { Load, LoadResult } from './smtp-load-worker.ts';

export type { Load, LoadResult } from './smtp-load-worker.ts';

/** Runs a load in a child process and answers with what that process measured. */
export function sendLoad(load: Load): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./smtp-load-worker.ts', import.meta.url));
    child.once('message', (answer: { result: LoadResult } | { error: string }) => {
      if ('result' in answer) {
        resolve(answer.result);
      } else {
        reject(new Error(answer.error));
      }
    });
    child.once('exit', (code) => reject(new Error(`The load ended with ${code} before it answered`)));
    child.send(load);
  });
}
