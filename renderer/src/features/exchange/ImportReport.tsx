import { Button, Group } from '@mantine/core';
import type { Agent } from '#shared/agent.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { countWords } from '../inbox/row-words.ts';
import type { ImportProgress } from './import-files.ts';
import classes from './ImportDialog.module.css';

interface ImportReportProps {
  readonly progress: ImportProgress;
  readonly files: number;
  readonly isCancelled: boolean;
  readonly problem: string | null;
  /** Undefined when it was deleted meanwhile. */
  readonly agent: Agent | undefined;
  readonly onClose: () => void;
}

/** What was taken, and what was not and why. */
export function ImportReport(props: ImportReportProps) {
  const { progress, files, isCancelled, problem, agent, onClose } = props;
  const { taken, refused, refusedCount } = progress;
  const kept = agent?.retention.maxCount ?? null;
  const isMore = kept !== null && taken > kept;
  return (
    <>
      <p className={classes['note']} role="status">
        <strong>{countWords(taken, 'message')}</strong>{' '}
        {isMore ? 'came into' : taken === 1 ? 'is in' : 'are in'} <bdi>{agent?.name}</bdi>.{' '}
        {isMore &&
          `It keeps the newest ${kept.toLocaleString('en')}, so the first of them are gone again. Let it keep more, and import once more. `}
        {isCancelled &&
          `Cancelled after ${progress.files.toLocaleString('en')} of ${countWords(files, 'file')}; what was taken stays. `}
        {refusedCount > 0 && `${refusedCount.toLocaleString('en')} could not be taken:`}
      </p>
      {problem !== null && <p role="alert">{problem}</p>}
      {refused.length > 0 && (
        <ScrollRegion className={classes['files']} label="Not taken">
          {refused.map(({ name, reason }, at) => (
            <div key={at} className={`${classes['file']} ${classes['refused']}`}>
              {!reason.startsWith(name) && <bdi className={classes['path']}>{name}</bdi>}
              <span className={classes['reason']}>{reason}</span>
            </div>
          ))}
          {refusedCount > refused.length && (
            <div className={classes['file']}>
              and {(refusedCount - refused.length).toLocaleString('en')} more
            </div>
          )}
        </ScrollRegion>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          Done
        </Button>
      </Group>
    </>
  );
}
