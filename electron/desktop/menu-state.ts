import { ipcMain, Menu } from 'electron';
import { menuCommands, menuStateChannel } from '#shared/desktop-bridge.ts';
import { isFromOwnPage } from './own-page.ts';

/** Greys the menu's commands that mean nothing where the page is now; without a page none does. */
export function followMenuState(): { nothingAvailable(): void } {
  const show = (available: readonly unknown[]): void => {
    for (const command of menuCommands) {
      const entry = Menu.getApplicationMenu()?.getMenuItemById(command);
      if (entry) {
        entry.enabled = available.includes(command);
      }
    }
  };
  ipcMain.on(menuStateChannel, (event, available: unknown) => {
    if (isFromOwnPage(event) && Array.isArray(available)) {
      show(available);
    }
  });
  return { nothingAvailable: () => show([]) };
}
