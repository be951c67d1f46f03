import { useState } from 'react';
import { callWithFile } from '../../api/client.ts';
import { announce } from '../../ui/announce.ts';

/** A file that was refused, and why. */
interface RefusedFile {
  readonly name: string;
  readonly reason: string;
}

interface Upload {
  /** The file that is on its way. */
  readonly current: string | null;
  readonly refused: readonly RefusedFile[];
  readonly send: (files: readonly File[]) => Promise<void>;
}

/** Puts files into an agent's cache, one after the other; what is refused does not keep the others back. */
export function useUpload(agentId: string): Upload {
  const [current, setCurrent] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);

  async function send(files: readonly File[]): Promise<void> {
    const failed: RefusedFile[] = [];
    setRefused([]);
    for (const file of files) {
      setCurrent(file.name);
      try {
        await callWithFile('addFile', { params: { id: agentId }, query: { name: file.name } }, file);
      } catch (error) {
        failed.push({ name: file.name, reason: error instanceof Error ? error.message : String(error) });
      }
    }
    setCurrent(null);
    setRefused(failed);
    const taken = files.length - failed.length;
    announce(`${taken} ${taken === 1 ? 'file' : 'files'} added, ${failed.length} refused`);
  }

  return { current, refused, send };
}
