import type { Refusal } from '#shared/task.ts';
import { ApiError, call, callWithFile } from '../../api/client.ts';
import type { PickedFile } from './picked-files.ts';

export interface ImportOptions {
  readonly agentId: string;
  readonly time: 'date' | 'now';
  readonly quoting: 'mboxrd' | 'mboxo' | 'none';
}

export interface ImportProgress {
  /** Files that are through. */
  readonly files: number;
  readonly taken: number;
  readonly refusedCount: number;
  /** The first so many. */
  readonly refused: readonly Refusal[];
  /** The file that is being sent, and the task by which it is followed. */
  readonly current: { readonly path: string; readonly task: string } | null;
}

export const nothingImported: ImportProgress = {
  files: 0,
  taken: 0,
  refusedCount: 0,
  refused: [],
  current: null,
};

const mostRefused = 500;

/** Sends the files one after the other, until all are through or `signal` is aborted; tells of each step. */
export async function importFiles(
  files: readonly PickedFile[],
  options: ImportOptions,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: ImportProgress) => void },
): Promise<void> {
  let progress = nothingImported;
  const tell = (changes: Partial<ImportProgress>): void => {
    progress = { ...progress, ...changes };
    onProgress(progress);
  };
  for (const { file, path } of files) {
    if (signal.aborted) {
      break;
    }
    const task = crypto.randomUUID();
    tell({ current: { path, task } });
    try {
      const { agentId, time, quoting } = options;
      const query = { agent: agentId, name: path.slice(-1000), time, quoting, task };
      const report = await callWithFile('importMessages', { query }, file);
      tell({
        files: progress.files + 1,
        taken: progress.taken + report.taken,
        refusedCount: progress.refusedCount + report.refusedCount,
        refused: [...progress.refused, ...report.refused].slice(0, mostRefused),
      });
    } catch (error) {
      if (signal.aborted) {
        // Cancelling may break off the sending, and the answer with it; the task knows what came in.
        const ended = await call('getTask', { params: { id: task } }).catch(() => undefined);
        tell({
          taken: progress.taken + (ended === undefined ? 0 : ended.done - ended.refused),
          refusedCount: progress.refusedCount + (ended?.refused ?? 0),
          refused: [...progress.refused, ...(ended?.refusals ?? [])].slice(0, mostRefused),
        });
        break;
      }
      if (!(error instanceof ApiError) || error.code === 'network' || error.code === 'store.failed') {
        tell({ current: null });
        throw error;
      }
      tell({
        files: progress.files + 1,
        refusedCount: progress.refusedCount + 1,
        refused: [...progress.refused, { name: path, reason: error.message }].slice(0, mostRefused),
      });
    }
  }
  tell({ current: null });
}
