import type { ExchangeDialog } from './exchange-dialog.ts';
import type { PickedFile } from './picked-files.ts';

/** What files ask for: a single workspace file to be opened, everything else to be imported. */
export function dialogFor(files: readonly PickedFile[], agentId: string | null): ExchangeDialog {
  const [only] = files;
  return files.length === 1 && only !== undefined && /\.restante$/i.test(only.path)
    ? { type: 'open-workspace', file: only.file }
    : { type: 'import', agentId, files };
}
