import { BrowserWindow } from 'electron';
import { isDemoFolder, prepareDemo } from '../demo/demo-folder.ts';
import type { LaunchOptions } from './launch-options.ts';

const words = `<!doctype html><meta charset="utf-8"><title>Restante</title>
<style>:root { color-scheme: light dark } body { margin: 0; height: 100vh; display: grid; place-content: center;
text-align: center; font: 14px system-ui } p { margin: 4px } .more { opacity: 0.75; font-size: 12px }</style>
<p>Making the demo mailbox …</p><p class="more">Some fifty mails are sent; it takes a few seconds.</p>`;

/**
 * Makes the demo where it is not yet there, and shows meanwhile that it does. The answered window is to be closed when the
 * next one is open, for the application ends with its last window.
 * @throws RestanteError `demo.not-empty`, `data.locked`
 */
export async function showMakingOfDemo({
  dataFolder,
  reset,
}: LaunchOptions): Promise<BrowserWindow | undefined> {
  if (!reset && (await isDemoFolder(dataFolder))) {
    return undefined;
  }
  const window = new BrowserWindow({
    width: 420,
    height: 140,
    resizable: false,
    minimizable: false,
    maximizable: false,
    title: 'Restante',
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  // On macOS the menu is the application's; elsewhere this window has none.
  window.removeMenu();
  await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(words)}`);
  await prepareDemo(dataFolder, { reset });
  return window;
}
