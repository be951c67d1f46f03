import type { PutOut, PutOutResult } from './put-out.ts';

/** What the application menu asks of the page. */
export const menuCommands = [
  'new-agent',
  'find',
  'palette',
  'shortcuts',
  'print',
  'save-pdf',
  'save-png',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** The name of the one message that the main process sends to the page unasked. */
export const menuCommandChannel = 'restante:menu-command';

/** The name of the one request that the page makes of the main process. */
export const putOutChannel = 'restante:put-out-message';

/**
 * What the desktop offers to the page beyond the control API; `window.restante` exists only there.
 * The page can ask the main process for one thing: to print a message or save it as a picture, where the person says.
 */
export interface DesktopBridge {
  /** Decides whether shortcuts are shown with ⌘ or Ctrl. */
  readonly platform: 'darwin' | 'win32' | 'linux';
  /** Calls back at every choice in the application menu; answers with the function that ends the listening. */
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
  /** Prints a message or saves it, after the system's dialog. Never rejects. */
  putOut(message: PutOut): Promise<PutOutResult>;
}

declare global {
  interface Window {
    readonly restante?: DesktopBridge;
  }
}
