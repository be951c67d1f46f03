import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { appOrigin } from './origins.ts';
import { loadWindowState, openingBounds, saveWindowState, smallestWindow } from './window-state.ts';

/** Opens the window where it was last, and remembers where it is when it closes. Shown once the page is drawn. */
export function openWindow(dataFolder: string): BrowserWindow {
  const stateFile = join(dataFolder, 'window.json');
  const state = loadWindowState(stateFile);
  const window = new BrowserWindow({
    ...openingBounds(
      state,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Restante',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Chromium would fetch dictionaries from Google.
      spellcheck: false,
    },
  });
  if (state?.maximised === true) {
    window.maximize();
  }
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', () => {
    try {
      saveWindowState(stateFile, { bounds: window.getNormalBounds(), maximised: window.isMaximized() });
    } catch (error) {
      // A full disk must not keep the window from closing.
      console.error(error);
    }
  });
  window.loadURL(`${appOrigin}/`).catch((error: unknown) => {
    // Closed before it was loaded: that is no failure.
    if (!window.isDestroyed()) {
      console.error(error);
    }
  });
  return window;
}
