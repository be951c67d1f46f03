import type { BrowserWindow } from 'electron';
import { openWindow } from './open-window.ts';

interface WindowPlace {
  readonly dataFolder: string;
  readonly onClosed: () => void;
}

/** None before everything is ready; requests to show the window are void until then, because it opens anyway. */
let place: WindowPlace | undefined;
let shown: BrowserWindow | undefined;

/** From now on the window can be opened. */
export function letWindowsOpen(where: WindowPlace): void {
  place = where;
}

/** Brings the window to the front, out of the task bar if need be; opens it where it was closed. */
export function showWindow(): void {
  if (shown !== undefined) {
    if (shown.isMinimized()) {
      shown.restore();
    }
    shown.show();
    shown.focus();
  } else if (place !== undefined) {
    const { dataFolder, onClosed } = place;
    shown = openWindow(dataFolder);
    shown.once('closed', () => {
      shown = undefined;
      onClosed();
    });
  }
}

/** Sends to the page; where there is none, nobody hears it. */
export function tellPage(channel: string, message?: unknown): void {
  shown?.webContents.send(channel, message);
}
