import { IconPlugConnectedX } from '@tabler/icons-react';
import { useStreamState } from '../../api/event-stream-context.tsx';
import classes from './StreamNote.module.css';

/** Says so while the page does not hear from Restante. */
export function StreamNote() {
  const state = useStreamState();
  return (
    <div role="status">
      {state === 'lost' && (
        <p className={classes['note']}>
          <IconPlugConnectedX size={15} /> Reconnecting…
        </p>
      )}
    </div>
  );
}
