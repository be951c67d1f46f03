import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { isOwnDrag } from '../../desktop/own-drag.ts';
import { notifyOfError } from '../../ui/notify.ts';
import { useAgents } from '../agents/use-agents.ts';
import { droppedFiles } from './picked-files.ts';
import type { PickedFile } from './picked-files.ts';
import classes from './DropOverlay.module.css';

interface DropOverlayProps {
  /** Whose pages are shown; null for all agents. */
  readonly agentId: string | null;
  readonly isOff: boolean;
  readonly onFiles: (files: readonly PickedFile[]) => void;
}

/** Says, while files are dragged over the window, where they would go. */
export function DropOverlay({ agentId, isOff, onFiles }: DropOverlayProps) {
  const [isOver, setOver] = useState(false);
  const agent = useAgents()?.find(({ id }) => id === agentId);

  const drag = useEffectEvent((event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files') || isOff) {
      return;
    }
    // Without this the browser would open the file in place of the page.
    event.preventDefault();
    // A message on its way out is no file that comes in.
    event.dataTransfer.dropEffect = isOwnDrag() ? 'none' : 'copy';
    setOver(!isOwnDrag());
  });
  const leave = useEffectEvent((event: DragEvent) => {
    // Null: out of the window, not onto another element of it.
    if (event.relatedTarget === null) {
      setOver(false);
    }
  });
  const drop = useEffectEvent(async (event: DragEvent) => {
    setOver(false);
    if (!event.dataTransfer?.types.includes('Files') || isOff) {
      return;
    }
    event.preventDefault();
    if (isOwnDrag()) {
      return;
    }
    try {
      const files = await droppedFiles(event.dataTransfer);
      if (files.length > 0) {
        onFiles(files);
      }
    } catch (error) {
      notifyOfError(error, 'The files could not be read');
    }
  });
  useEffect(() => {
    const onDrag = (event: DragEvent): void => drag(event);
    const onLeave = (event: DragEvent): void => leave(event);
    const onDrop = (event: DragEvent): void => void drop(event);
    window.addEventListener('dragenter', onDrag);
    window.addEventListener('dragover', onDrag);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onDrag);
      window.removeEventListener('dragover', onDrag);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

  return (
    isOver && (
      <div className={classes['overlay']} role="status">
        <div className={classes['card']}>
          <IconFileImport size={36} stroke={1.4} />
          <strong>
            {agent === undefined ? (
              'Drop to import'
            ) : (
              <>
                Drop to import into <bdi>{agent.name}</bdi>
              </>
            )}
          </strong>
          <span>.eml files, mbox files, zip archives and whole folders</span>
        </div>
      </div>
    )
  );
}
