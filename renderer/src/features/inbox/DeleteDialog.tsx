import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { countWords } from './row-words.ts';
import type { Chosen } from './use-message-actions.ts';

interface DeleteDialogProps {
  /** Null: nothing to ask. */
  readonly chosen: Chosen | null;
  /** How many messages the view holds. */
  readonly total: number;
  readonly q: string;
  /** How many of those chosen have a star; null when it is not known, as not all of them are loaded. */
  readonly starred: number | null;
  readonly onConfirm: (chosen: Chosen, keepStarred: boolean) => Promise<void>;
  readonly onClose: () => void;
  readonly focusAfter: () => HTMLElement | null;
}

/** Asks before many messages are deleted: what was meant for one is noticed too late among thousands. */
export function DeleteDialog(props: DeleteDialogProps) {
  const { chosen, total, q, starred, onConfirm, onClose, focusAfter } = props;
  const [keepStarred, setKeepStarred] = useState(true);
  const all = chosen === 'all' ? total : (chosen?.size ?? 0);
  const count = countWords(keepStarred ? Math.max(0, all - (starred ?? 0)) : all, 'message');
  return (
    <ConfirmDialog
      opened={chosen !== null}
      title={`Delete ${count}?`}
      action={`Delete ${count}`}
      onConfirm={async () => {
        if (chosen !== null) {
          // Whether or not they are counted by now.
          await onConfirm(chosen, keepStarred);
        }
      }}
      onClose={() => {
        setKeepStarred(true);
        onClose();
      }}
      focusAfter={focusAfter}
    >
      {chosen === 'all' && q !== '' ? `Everything that the search for “${q}” finds goes. ` : ''}
      It can be taken back for an hour, until this page is closed.
      {starred !== 0 && (
        <Checkbox
          mt="sm"
          label={keepWords(starred)}
          checked={keepStarred}
          onChange={(event) => setKeepStarred(event.currentTarget.checked)}
        />
      )}
    </ConfirmDialog>
  );
}

function keepWords(starred: number | null): string {
  if (starred === 1) {
    return 'Keep the starred one';
  }
  return starred === null ? 'Keep the starred ones' : `Keep the ${starred.toLocaleString('en')} starred ones`;
}
