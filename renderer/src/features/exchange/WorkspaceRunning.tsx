import { Button, Group, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Task } from '#shared/task.ts';
import { call } from '../../api/client.ts';
import { byteWords } from '../message/byte-words.ts';
import { useTask } from './use-task.ts';
import classes from './ImportDialog.module.css';

interface WorkspaceRunningProps {
  readonly task: string;
  readonly file: File;
}

/** How far the opening of a workspace file is, and the way out, which leaves nothing behind. */
export function WorkspaceRunning({ task: id, file }: WorkspaceRunningProps) {
  const task = useTask(id);
  const [isCancelling, setCancelling] = useState(false);
  const isKnown = task !== undefined;
  useEffect(() => {
    // Not before there is something to cancel.
    if (isCancelling && isKnown) {
      // It may be through already.
      call('cancelTask', { params: { id } }).catch(() => undefined);
    }
  }, [isCancelling, isKnown, id]);
  return (
    <>
      <Progress value={task === undefined ? 0 : percentOf(task, file.size)} aria-label="Opened" />
      <p className={classes['note']} role="status">
        {isCancelling
          ? 'Taking everything back …'
          : task === undefined
            ? 'Opening …'
            : wordsOf(task, file.size)}
      </p>
      <Group justify="space-between" wrap="nowrap">
        <span className={classes['note']}>Cancel takes back all that was added.</span>
        <Button variant="default" onClick={() => setCancelling(true)} loading={isCancelling} data-autofocus>
          Cancel
        </Button>
      </Group>
    </>
  );
}

/** A third for each step. */
function percentOf({ step, bytes, done, total }: Task, size: number): number {
  const ofMessages = total === null || total === 0 ? 1 : done / total;
  switch (step) {
    case 'checking':
      return (100 * (1 + ofMessages)) / 3;
    case 'adding':
      return (100 * (2 + ofMessages)) / 3;
    default:
      return (100 * Math.min(bytes / Math.max(size, 1), 1)) / 3;
  }
}

function wordsOf({ step, bytes, done, total }: Task, size: number): string {
  const count = `${done.toLocaleString('en')} of ${(total ?? 0).toLocaleString('en')} messages`;
  switch (step) {
    case 'checking':
      return `Checking the file, before anything is changed: ${count}`;
    case 'adding':
      return `Adding: ${count}`;
    default:
      return `Reading the file: ${byteWords(bytes)} of ${byteWords(size)}`;
  }
}
