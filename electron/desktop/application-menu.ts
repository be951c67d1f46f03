import type { MenuItem, MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/desktop-bridge.ts';

export interface MenuActions {
  readonly tellPage: (command: MenuCommand) => void;
  readonly showDataFolder: () => void;
  readonly openDemo: () => void;
  readonly remakeDemo: () => void;
  readonly showAbout: () => void;
}

interface MenuPlace {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  /** Whether this is the demo's own instance. */
  readonly isDemo: boolean;
}

/** File, Edit, View, Window, Help; on macOS with the application's own menu before them. */
export function applicationMenu(
  { platform, isPackaged, isDemo }: MenuPlace,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const separator = { type: 'separator' } as const;
  /** Greyed until the page says that it means something there. */
  function ofPage(command: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions {
    const keys = accelerator === undefined ? {} : { accelerator };
    // A key that was pressed before the page greyed the entry comes here after it.
    const click = ({ enabled }: MenuItem): void => {
      if (enabled) {
        actions.tellPage(command);
      }
    };
    return { id: command, label, ...keys, enabled: false, click };
  }
  return [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        ofPage('new-agent', 'New Mail Agent…', 'CmdOrCtrl+N'),
        separator,
        ofPage('import', 'Import Mail…'),
        ofPage('export', 'Export…'),
        separator,
        ofPage('open-workspace', 'Open Workspace…'),
        ofPage('save-workspace', 'Save Workspace…'),
        separator,
        ofPage('print', 'Print…', 'CmdOrCtrl+P'),
        ofPage('save-pdf', 'Save as PDF…', 'CmdOrCtrl+Shift+P'),
        ofPage('save-png', 'Save as PNG…', 'CmdOrCtrl+Shift+G'),
        separator,
        isDemo
          ? { label: 'Make the Demo Anew…', click: actions.remakeDemo }
          : { label: 'Open Demo Mailbox', click: actions.openDemo },
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
        ofPage('find', 'Find Messages', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: '&View',
      submenu: [
        ofPage('palette', 'Command Palette…', 'CmdOrCtrl+K'),
        separator,
        { role: 'reload' },
        ...(isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
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
        ofPage('shortcuts', 'Keyboard Shortcuts'),
        ...(mac ? [] : [separator, { label: 'About Restante', click: actions.showAbout }]),
      ],
    },
  ];
}
