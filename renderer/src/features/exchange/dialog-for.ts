import type { ExchangeDialog } from './exchange-dialog.ts';
import type { PickedFile } from './picked-files.ts';

export function isWorkspace({ path }: PickedFile): boolean {
  return /\.restante$/i.test(path);
}

/** What files ask for: a single workspace file to be opened, everything else to be imported. */
export function dialogFor(files: readonly PickedFile[], agentId: string | null): ExchangeDialog {
  const [only] = files;
  return files.length === 1 && only !== undefined && isWorkspace(only)
    ? { type: 'open-workspace', file: only.file }
    : { type: 'import', agentId, files };
}
