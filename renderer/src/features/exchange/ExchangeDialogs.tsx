import { usePlace } from '../../routing/use-place.ts';
import { DropOverlay } from './DropOverlay.tsx';
import { type ExchangeDialog, openExchange, useExchangeDialog } from './exchange-dialog.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { dialogFor } from './dialog-for.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { OpenWorkspaceDialog } from './OpenWorkspaceDialog.tsx';
import { ReplayDialog } from './ReplayDialog.tsx';
import { SaveWorkspaceDialog } from './SaveWorkspaceDialog.tsx';
import { TaskTray } from './TaskTray.tsx';
import { useExportMenu } from './use-export-menu.ts';
import { useOpenedFiles } from './use-opened-files.ts';

/** Files in and out and replays, from wherever they are asked for, and files that are dropped onto the window. */
export function ExchangeDialogs() {
  const dialog = useExchangeDialog();
  const { agentId, page } = usePlace();
  useExportMenu();
  useOpenedFiles();
  return (
    <>
      <DropOverlay
        agentId={agentId}
        isOff={
          // The Files page takes dropped files itself.
          page === 'files' ||
          (dialog !== null && dialog.type !== 'import' && dialog.type !== 'open-workspace')
        }
        onFiles={(files) => openExchange(dialogFor(files, agentId))}
      />
      {dialog !== null && <Dialog dialog={dialog} />}
      <TaskTray />
    </>
  );
}

function Dialog({ dialog }: { readonly dialog: ExchangeDialog }) {
  const close = (): void => openExchange(null);
  switch (dialog.type) {
    case 'export':
      return <ExportDialog messages={dialog.messages} onClose={close} />;
    case 'replay':
      return <ReplayDialog messages={dialog.messages} onClose={close} />;
    case 'import':
      return (
        <ImportDialog
          // Files that are dropped onto the open dialog begin it anew.
          key={dialog.files.map(({ path }) => path).join('\n')}
          agentId={dialog.agentId}
          files={dialog.files}
          onClose={close}
        />
      );
    case 'save-workspace':
      return <SaveWorkspaceDialog onClose={close} />;
    case 'open-workspace':
      return <OpenWorkspaceDialog key={dialog.file?.name} file={dialog.file} onClose={close} />;
  }
}
