/** What the application menu asks of the page. */
export const menuCommands = ['new-agent', 'find', 'palette', 'shortcuts'] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** The name of the one message that the main process sends to the page. */
export const menuCommandChannel = 'restante:menu-command';

/**
 * What the desktop offers to the page beyond the control API; `window.restante` exists only there.
 * It runs one way: the page cannot ask the main process for anything.
 */
export interface DesktopBridge {
  /** Decides whether shortcuts are shown with ⌘ or Ctrl. */
  readonly platform: 'darwin' | 'win32' | 'linux';
  /** Calls back at every choice in the application menu; answers with the function that ends the listening. */
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
}

declare global {
  interface Window {
    readonly restante?: DesktopBridge;
  }
}
