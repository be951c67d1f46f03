import { useEffect } from 'react';
import type { OpenedFile } from '#shared/desktop-bridge.ts';
import { isDialogOpen, onDialogChange } from '../../desktop/dialog-open.ts';
import { notifyOfError } from '../../ui/notify.ts';
import { dialogFor, isWorkspace } from './dialog-for.ts';
import { isExchangeOpen, openExchange } from './exchange-dialog.ts';
import type { PickedFile } from './picked-files.ts';

let waiting: readonly PickedFile[] = [];

/** Files that were opened with the desktop application: each workspace and all mail have their dialog, one after the other. */
export function useOpenedFiles(): void {
  useEffect(() => {
    void take();
    const stops = [window.restante?.onFilesOpened(() => void take()), onDialogChange(showNext)];
    return () => stops.forEach((stop) => stop?.());
  }, []);
}

async function take(): Promise<void> {
  const opened = (await window.restante?.takeOpenedFiles()) ?? [];
  const files = await Promise.all(opened.map(fileOf));
  waiting = [...waiting, ...files.filter((file) => file !== null)];
  showNext();
}

function showNext(): void {
  // The dialog that this has opened stands there a moment later only.
  if (waiting.length === 0 || isDialogOpen() || isExchangeOpen()) {
    return;
  }
  const workspace = waiting.find(isWorkspace);
  const next = workspace === undefined ? waiting : [workspace];
  waiting = waiting.filter((file) => !next.includes(file));
  // Whose mail it is to be the person says: the agent that happens to be shown is a guess.
  openExchange(dialogFor(next, null));
}

async function fileOf({ name, url }: OpenedFile): Promise<PickedFile | null> {
  const response = url === null ? undefined : await fetch(url).catch(() => undefined);
  const content = response?.ok === true ? await response.blob().catch(() => undefined) : undefined;
  if (content === undefined) {
    notifyOfError(new Error('It is not there, or cannot be read.'), `${name} was not opened`);
    return null;
  }
  return { file: new File([content], name), path: name };
}
