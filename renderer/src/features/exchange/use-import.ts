import { useRef, useState } from 'react';
import { call } from '../../api/client.ts';
import { importFiles, nothingImported } from './import-files.ts';
import type { ImportOptions, ImportProgress } from './import-files.ts';
import type { PickedFile } from './picked-files.ts';

export interface Import {
  readonly state: 'idle' | 'running' | 'ended';
  readonly progress: ImportProgress;
  readonly isCancelled: boolean;
  /** What ended it before its time. */
  readonly problem: string | null;
  readonly start: (files: readonly PickedFile[], options: ImportOptions) => Promise<void>;
  readonly cancel: () => void;
}

/** An import of this page: how far it is, and its report. */
export function useImport(): Import {
  const [state, setState] = useState<Import['state']>('idle');
  const [progress, setProgress] = useState(nothingImported);
  const [isCancelled, setCancelled] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const abort = useRef<AbortController>(undefined);
  return {
    state,
    progress,
    isCancelled,
    problem,
    start: async (files, options) => {
      const controller = new AbortController();
      abort.current = controller;
      setState('running');
      try {
        await importFiles(files, options, { signal: controller.signal, onProgress: setProgress });
      } catch (error) {
        setProblem(error instanceof Error ? error.message : String(error));
      }
      setState('ended');
    },
    cancel: () => {
      setCancelled(true);
      abort.current?.abort();
      if (progress.current !== null) {
        // It may be through already.
        void call('cancelTask', { params: { id: progress.current.task } }).catch(() => undefined);
      }
    },
  };
}
