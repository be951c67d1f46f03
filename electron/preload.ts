import { contextBridge, ipcRenderer } from 'electron';
import type { IpcRendererEvent } from 'electron';
import {
  filesOpenedChannel,
  menuCommandChannel,
  menuCommands,
  menuStateChannel,
  prepareDragChannel,
  putOutChannel,
  startDragChannel,
  takeOpenedFilesChannel,
} from '#shared/desktop-bridge.ts';
import type { DesktopBridge, OpenedFile } from '#shared/desktop-bridge.ts';
import type { PreparedDrag } from '#shared/drag-out.ts';
import type { PutOutResult } from '#shared/put-out.ts';

/** Hears what the main process tells; answers with the function that ends it. */
function listen(channel: string, heard: (told: unknown) => void): () => void {
  // The event object leads to the whole of ipcRenderer: it stays here.
  const listener = (_event: IpcRendererEvent, told: unknown): void => heard(told);
  ipcRenderer.on(channel, listener);
  return () => {
    ipcRenderer.off(channel, listener);
  };
}

const bridge: DesktopBridge = {
  platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
  onMenuCommand: (listener) =>
    listen(menuCommandChannel, (wanted) => {
      const command = menuCommands.find((known) => known === wanted);
      if (command !== undefined) {
        listener(command);
      }
    }),
  setMenuState: (available) => ipcRenderer.send(menuStateChannel, available),
  onFilesOpened: (listener) => listen(filesOpenedChannel, () => listener()),
  takeOpenedFiles: () => ipcRenderer.invoke(takeOpenedFilesChannel) as Promise<readonly OpenedFile[]>,
  putOut: (message) => ipcRenderer.invoke(putOutChannel, message) as Promise<PutOutResult>,
  prepareDrag: (drag) => ipcRenderer.invoke(prepareDragChannel, drag) as Promise<PreparedDrag>,
  startDrag: (ticket) => ipcRenderer.send(startDragChannel, ticket),
};

contextBridge.exposeInMainWorld('restante', bridge);
