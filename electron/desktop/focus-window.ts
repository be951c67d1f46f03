import { BrowserWindow } from 'electron';

/** Brings the window to the front, out of the task bar if need be. */
export function focusWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window?.isMinimized() === true) {
    window.restore();
  }
  window?.show();
  window?.focus();
}
