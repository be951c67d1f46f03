import { inChildProcess } from './child-load.ts';
import type { Load, LoadResult } from './smtp-load-worker.ts';

export type { Load, LoadResult } from './smtp-load-worker.ts';

/** Runs a load in a child process and answers with what that process measured. */
export function sendLoad(load: Load): Promise<LoadResult> {
  return inChildProcess<LoadResult>('./smtp-load-worker.ts', load);
}
