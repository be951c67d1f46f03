import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { countWords } from './row-words.ts';
import type { Chosen } from './use-message-actions.ts';

interface DeleteDialogProps {
  /** Null: nothing to ask. */
  readonly chosen: Chosen | null;
  /** How many messages the view holds. */
  readonly total: number;
  readonly q: string;
  readonly onConfirm: (chosen: Chosen) => Promise<void>;
  readonly onClose: () => void;
  readonly focusAfter: () => HTMLElement | null;
}

/** Asks before many messages are deleted: what was meant for one is noticed too late among thousands. */
export function DeleteDialog(props: DeleteDialogProps) {
  const { chosen, total, q, onConfirm, onClose, focusAfter } = props;
  const count = countWords(chosen === 'all' ? total : (chosen?.size ?? 0), 'message');
  return (
    <ConfirmDialog
      opened={chosen !== null}
      title={`Delete ${count}?`}
      action={`Delete ${count}`}
      onConfirm={async () => {
        if (chosen !== null) {
          await onConfirm(chosen);
        }
      }}
      onClose={onClose}
      focusAfter={focusAfter}
    >
      {chosen === 'all' && q !== '' ? `Everything that the search for “${q}” finds goes. ` : ''}
      It can be taken back for an hour, until this page is closed.
    </ConfirmDialog>
  );
}
