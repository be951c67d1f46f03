import type { DragOut, PreparedDrag } from './drag-out.ts';
import type { PutOut, PutOutResult } from './put-out.ts';

/** What the application menu asks of the page. */
export const menuCommands = [
  'new-agent',
  'import',
  'export',
  'open-workspace',
  'save-workspace',
  'find',
  'palette',
  'shortcuts',
  'print',
  'save-pdf',
  'save-png',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** The names of what the main process tells the page unasked. */
export const menuCommandChannel = 'restante:menu-command';
export const filesOpenedChannel = 'restante:files-opened';

/** The names of what the page asks of the main process. */
export const putOutChannel = 'restante:put-out-message';
export const prepareDragChannel = 'restante:prepare-drag';
export const startDragChannel = 'restante:start-drag';
export const menuStateChannel = 'restante:menu-state';
export const takeOpenedFilesChannel = 'restante:take-opened-files';

/** A file that was opened with the application: by its command line, the system or a second start. */
export interface OpenedFile {
  readonly name: string;
  /** Where the page reads it, once; null when it cannot be read. */
  readonly url: string | null;
}

/**
 * What the desktop offers to the page beyond the control API; `window.restante` exists only there.
 * The page can ask the main process to print a message or save it as a picture, where the person says, to let messages be
 * dragged out of the window as files, and for the files that were opened with the application. It names messages by their
 * ids, and never a path.
 */
export interface DesktopBridge {
  /** Decides whether shortcuts are shown with ⌘ or Ctrl. */
  readonly platform: 'darwin' | 'win32' | 'linux';
  /** Calls back at every choice in the application menu; answers with the function that ends the listening. */
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
  /** Says which of the menu's commands mean something now; the others are greyed. */
  setMenuState(available: readonly MenuCommand[]): void;
  /** Calls back when files were opened, which `takeOpenedFiles` then hands over; answers with what ends the listening. */
  onFilesOpened(listener: () => void): () => void;
  takeOpenedFiles(): Promise<readonly OpenedFile[]>;
  /** Prints a message or saves it, after the system's dialog. Never rejects. */
  putOut(message: PutOut): Promise<PutOutResult>;
  /** Makes files ready to be dragged. Never rejects. */
  prepareDrag(drag: DragOut): Promise<PreparedDrag>;
  /** Begins the drag while the person still holds the button. */
  startDrag(ticket: string): void;
}

declare global {
  interface Window {
    readonly restante?: DesktopBridge;
  }
}
