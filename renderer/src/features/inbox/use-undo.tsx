import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { call } from '../../api/client.ts';
import { useCommands } from '../../commands/commands-context.tsx';
import { announce } from '../../ui/announce.ts';
import { notifyOfError } from '../../ui/notify.ts';
import { deletions } from './deletions.ts';
import type { Deletion } from './deletions.ts';
import { countWords } from './row-words.ts';
import classes from './use-undo.module.css';

const notice = 'deletion';
const noticeMs = 10_000;

/** Undoes the last deletion of this page that was not undone yet. */
async function takeBack(): Promise<void> {
  const deletion = deletions.take();
  if (deletion === undefined) {
    return;
  }
  notifications.hide(notice);
  try {
    const { restored } = await call('undoDeletion', { body: { undo: deletion.undo } });
    announce(`${countWords(restored, 'message')} taken back`);
  } catch (error) {
    notifyOfError(error, 'The deletion was not taken back');
  }
}

function say(deletion: Deletion): void {
  notifications.hide(notice);
  notifications.show({
    id: notice,
    autoClose: noticeMs,
    closeButtonProps: { 'aria-label': 'Dismiss' },
    message: (
      <span className={classes['notice']}>
        {`${countWords(deletion.count, 'message')} deleted`}
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconArrowBackUp size={14} />}
          onClick={() => void takeBack()}
        >
          Undo
        </Button>
      </span>
    ),
  });
}

/** Says what was deleted with a button that takes it back; afterwards the shortcut and the palette still do. */
export function useUndo(): void {
  const last = useSyncExternalStore(deletions.listen, deletions.last);
  const said = useRef(new WeakSet<Deletion>());
  useEffect(() => {
    // One that was said comes to the top again when a later one was taken back.
    if (last !== undefined && !said.current.has(last)) {
      said.current.add(last);
      say(last);
    }
  }, [last]);
  useCommands(
    last === undefined
      ? []
      : [
          {
            id: 'undo',
            section: 'Messages',
            title: `Take back the deletion of ${countWords(last.count, 'message')}`,
            words: 'undo restore',
            icon: <IconArrowBackUp size={16} />,
            shortcut: 'undo',
            run: () => void takeBack(),
          },
        ],
  );
}
