import { Button, Group } from '@mantine/core';
import type { OpenedWorkspace } from '#shared/control-api/exchange.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { countWords } from '../inbox/row-words.ts';
import classes from './ImportDialog.module.css';

interface OpenedReportProps {
  readonly report: OpenedWorkspace;
  readonly onClose: () => void;
}

/** What a workspace file has brought, and what is other than in it. */
export function OpenedReport({ report, onClose }: OpenedReportProps) {
  const { agents, messages, suppressions, settingsTaken } = report;
  return (
    <>
      <p className={classes['note']} role="status">
        <strong>{countWords(agents.length, 'agent')}</strong> and {countWords(messages, 'message')} came with
        it
        {suppressions > 0 && `, and ${suppressions.toLocaleString('en')} for the suppression list`}.
        {settingsTaken && ' The gateway has its settings.'}
      </p>
      {agents.length > 0 && (
        <ScrollRegion className={classes['files']} label="Agents">
          {agents.map(({ id, name, notes }) => (
            <div key={id} className={`${classes['file']} ${classes['refused']}`}>
              <bdi className={classes['path']}>{name}</bdi>
              {notes.map((note) => (
                <span key={note} className={classes['reason']}>
                  {note}
                </span>
              ))}
            </div>
          ))}
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
