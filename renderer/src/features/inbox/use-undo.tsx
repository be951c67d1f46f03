import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
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

/** Says what was deleted with a button that takes it back; afterwards the shortcut and the palette still do. */
export function useUndo(): void {
  const last = useSyncExternalStore(deletions.listen, deletions.last);
  const shown = useRef<Deletion>(undefined);
  const busy = useRef(false);

  const takeBack = useEffectEvent(async () => {
    const deletion = deletions.last();
    if (deletion === undefined || busy.current) {
      return;
    }
    busy.current = true;
    notifications.hide(notice);
    try {
      const { restored } = await call('undoDeletion', { body: { undo: deletion.undo } });
      announce(`${countWords(restored, 'message')} taken back`);
    } catch (error) {
      notifyOfError(error, 'The deletion was not taken back');
    } finally {
      deletions.drop(deletion);
      busy.current = false;
    }
  });

  const say = useEffectEvent((deletion: Deletion) => {
    const sentence = `${countWords(deletion.count, 'message')} deleted`;
    notifications.hide(notice);
    notifications.show({
      id: notice,
      autoClose: noticeMs,
      closeButtonProps: { 'aria-label': 'Dismiss' },
      message: (
        <span className={classes['notice']}>
          {sentence}
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
  });

  useEffect(() => {
    // One that was said comes to the top again when a later one was taken back.
    if (last !== undefined && last !== shown.current && !busy.current) {
      shown.current = last;
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
