import { usePlace } from '../../routing/use-place.ts';
import { DropOverlay } from './DropOverlay.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { openExchange, useExchangeDialog } from './exchange-dialog.ts';
import { ImportDialog } from './ImportDialog.tsx';

/** Export and import, from wherever they are asked for, and files that are dropped onto the window. */
export function ExchangeDialogs() {
  const dialog = useExchangeDialog();
  const { agentId } = usePlace();
  const close = (): void => openExchange(null);
  return (
    <>
      <DropOverlay
        agentId={agentId}
        isOff={dialog?.type === 'export'}
        onFiles={(files) => openExchange({ type: 'import', agentId, files })}
      />
      {dialog?.type === 'export' && <ExportDialog messages={dialog.messages} onClose={close} />}
      {dialog?.type === 'import' && (
        <ImportDialog
          // Files that are dropped onto the open dialog begin it anew.
          key={dialog.files.map(({ path }) => path).join('\n')}
          agentId={dialog.agentId}
          files={dialog.files}
          onClose={close}
        />
      )}
    </>
  );
}
