import { Button, Group, Progress } from '@mantine/core';
import { useState } from 'react';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { countWords } from '../inbox/row-words.ts';
import type { ImportProgress } from './import-files.ts';
import classes from './ImportDialog.module.css';

interface ImportRunningProps {
  readonly progress: ImportProgress;
  readonly files: number;
  readonly onCancel: () => void;
}

/** How far an import is: by its files, and inside a large one by its messages. */
export function ImportRunning({ progress, files, onCancel }: ImportRunningProps) {
  const { current, files: done, taken } = progress;
  const [inFile, setInFile] = useState({ task: '', done: 0 });
  useAppEvents((event) => {
    if (event.type === 'task.changed' && event.task.id === current?.task) {
      setInFile({ task: event.task.id, done: event.task.done });
    }
  });
  const messages = taken + (inFile.task === current?.task ? inFile.done : 0);
  return (
    <>
      <Progress
        value={(100 * done) / files}
        animated={files === 1}
        striped={files === 1}
        aria-label="Files imported"
      />
      <p className={classes['note']} role="status">
        {countWords(messages, 'message')}
        {files > 1 &&
          ` · file ${Math.min(done + 1, files).toLocaleString('en')} of ${files.toLocaleString('en')}`}
        {current !== null && (
          <>
            {' · '}
            <bdi>{current.path}</bdi>
          </>
        )}
      </p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel} data-autofocus>
          Cancel
        </Button>
      </Group>
    </>
  );
}
