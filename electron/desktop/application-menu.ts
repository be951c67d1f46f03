import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/desktop-bridge.ts';

export interface MenuActions {
  readonly tellPage: (command: MenuCommand) => void;
  readonly showDataFolder: () => void;
  readonly showAbout: () => void;
}

/** File, Edit, View, Window, Help; on macOS with the application's own menu before them. */
export function applicationMenu(
  platform: NodeJS.Platform,
  packaged: boolean,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const separator = { type: 'separator' } as const;
  return [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        { label: 'New Mail Agent…', accelerator: 'CmdOrCtrl+N', click: () => actions.tellPage('new-agent') },
        separator,
        { label: 'Print…', accelerator: 'CmdOrCtrl+P', click: () => actions.tellPage('print') },
        {
          label: 'Save as PDF…',
          accelerator: 'CmdOrCtrl+Shift+P',
          click: () => actions.tellPage('save-pdf'),
        },
        {
          label: 'Save as PNG…',
          accelerator: 'CmdOrCtrl+Shift+G',
          click: () => actions.tellPage('save-png'),
        },
        separator,
        { label: 'Show Data Folder', click: actions.showDataFolder },
        separator,
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        { label: 'Find Messages', accelerator: 'CmdOrCtrl+F', click: () => actions.tellPage('find') },
      ],
    },
    {
      label: '&View',
      submenu: [
        { label: 'Command Palette…', accelerator: 'CmdOrCtrl+K', click: () => actions.tellPage('palette') },
        separator,
        { role: 'reload' },
        ...(packaged ? [] : [{ role: 'toggleDevTools' as const }]),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { label: 'Keyboard Shortcuts', click: () => actions.tellPage('shortcuts') },
        ...(mac ? [] : [separator, { label: 'About Restante', click: actions.showAbout }]),
      ],
    },
  ];
}
