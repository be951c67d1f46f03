import { Button, Group, Progress } from '@mantine/core';
import type { Task } from '#shared/task.ts';
import { countWords } from '../inbox/row-words.ts';
import type { ImportProgress } from './import-files.ts';
import type { PickedFile } from './picked-files.ts';
import { useTask } from './use-task.ts';
import classes from './ImportDialog.module.css';

interface ImportRunningProps {
  readonly progress: ImportProgress;
  readonly files: readonly PickedFile[];
  readonly onCancel: () => void;
}

/** How far an import is: by its files, and inside a large one by its bytes or messages. */
export function ImportRunning({ progress, files, onCancel }: ImportRunningProps) {
  const { current, files: done, taken } = progress;
  const task = useTask(current?.task);
  const file = files[done]?.file;
  const share = task === undefined || file === undefined ? 0 : shareOf(task, file.size);
  return (
    <>
      <Progress value={(100 * (done + share)) / files.length} aria-label="Imported" />
      <p className={classes['note']} role="status">
        {countWords(taken + (task === undefined ? 0 : task.done - task.refused), 'message')}
        {files.length > 1 &&
          ` · file ${Math.min(done + 1, files.length).toLocaleString('en')} of ${files.length.toLocaleString('en')}`}
        {current !== null && (
          <>
            {' · '}
            <bdi>{current.path}</bdi>
          </>
        )}
      </p>
      <Group justify="space-between" wrap="nowrap">
        <span className={classes['note']}>What is in when you cancel stays.</span>
        <Button variant="default" onClick={onCancel} data-autofocus>
          Cancel
        </Button>
      </Group>
    </>
  );
}

/** Of an archive the files that are through, of any other file the bytes that have come. */
function shareOf({ total, done, bytes }: Task, size: number): number {
  const share = total === null ? bytes / Math.max(size, 1) : done / Math.max(total, 1);
  return Math.min(share, 1);
}
