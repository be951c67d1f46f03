import { contextBridge, ipcRenderer } from 'electron';
import type { IpcRendererEvent } from 'electron';
import { menuCommandChannel, menuCommands, putOutChannel } from '#shared/desktop-bridge.ts';
import type { DesktopBridge } from '#shared/desktop-bridge.ts';
import type { PutOutResult } from '#shared/put-out.ts';

const bridge: DesktopBridge = {
  platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
  onMenuCommand(listener) {
    // The event object leads to the whole of ipcRenderer: it stays here.
    const heard = (_event: IpcRendererEvent, wanted: unknown): void => {
      const command = menuCommands.find((known) => known === wanted);
      if (command !== undefined) {
        listener(command);
      }
    };
    ipcRenderer.on(menuCommandChannel, heard);
    return () => {
      ipcRenderer.off(menuCommandChannel, heard);
    };
  },
  putOut: (message) => ipcRenderer.invoke(putOutChannel, message) as Promise<PutOutResult>,
};

contextBridge.exposeInMainWorld('restante', bridge);
