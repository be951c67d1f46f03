import { Button } from '@mantine/core';
import { IconFlask, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { FailurePreset } from '#shared/failure-presets.ts';
import { call } from '../../api/client.ts';
import { announce } from '../../ui/announce.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { notifyOfError } from '../../ui/notify.ts';
import { ScrolledPage } from '../../ui/ScrolledPage.tsx';
import { Section } from '../../ui/Section.tsx';
import { effectWords } from './failure-words.ts';
import { FailureEditor } from './FailureEditor.tsx';
import { FailureRow } from './FailureRow.tsx';
import classes from './FailuresPage.module.css';
import { useFailures } from './use-failures.ts';

const doors = [
  { door: 'api', title: 'Over the API' },
  { door: 'smtp', title: 'Over SMTP' },
] as const;

/** The failure laboratory: what an agent does wrong on purpose, and a catalogue of what production can do. */
export function FailuresPage({ agentId }: { readonly agentId: string }) {
  const { failures, presets, error } = useFailures(agentId);
  const [editing, setEditing] = useState<string | null>(null);
  const edited = failures?.find(({ id }) => id === editing);

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (problem) {
      notifyOfError(problem);
    }
  }
  const add = ({ effect, name }: FailurePreset) =>
    attempt(async () => {
      await call('createFailure', { params: { id: agentId }, body: { effect } });
      announce(`${name} is on`);
    });
  const switchOff = () =>
    attempt(async () => {
      await call('switchFailuresOff', { params: { id: agentId } });
      announce('All failures are off');
    });

  if (error) {
    return (
      <EmptyState icon={<IconFlask size={36} stroke={1.4} />} title="The failures cannot be shown">
        {error.message}
      </EmptyState>
    );
  }
  if (!failures) {
    return null;
  }
  return (
    <>
      <ScrolledPage>
        <Section
          title="Failing on purpose"
          about="Strict or relaxed, this agent does wrong what is switched on here, at once, until you switch it off. Its activity names what was done on purpose."
        >
          {failures.length === 0 ? (
            <p className={classes['facts']}>
              Nothing fails on purpose. Add something from the catalogue below.
            </p>
          ) : (
            <>
              <ul className={classes['list']}>
                {failures.map((failure) => (
                  <FailureRow
                    key={failure.id}
                    failure={failure}
                    name={effectWords(failure.effect, presets)}
                    onEdit={() => setEditing(failure.id)}
                  />
                ))}
              </ul>
              <Button
                variant="default"
                disabled={!failures.some(({ enabled }) => enabled)}
                onClick={() => void switchOff()}
              >
                Switch all off
              </Button>
            </>
          )}
        </Section>
        {doors.map(({ door, title }) => (
          <Section key={door} title={title}>
            <ul className={classes['list']}>
              {presets
                .filter((preset) => preset.door === door)
                .map((preset) => (
                  <li key={preset.name} className={classes['row']}>
                    <div className={classes['words']}>
                      <div className={classes['name']}>
                        {preset.name} <code className={classes['says']}>{preset.says}</code>
                      </div>
                      <div className={classes['facts']}>{preset.happens}</div>
                    </div>
                    <Button
                      size="compact-xs"
                      variant="default"
                      leftSection={<IconPlus size={14} />}
                      aria-label={`Switch on ${preset.name}`}
                      onClick={() => void add(preset)}
                    >
                      Switch on
                    </Button>
                  </li>
                ))}
            </ul>
          </Section>
        ))}
      </ScrolledPage>
      {edited && <FailureEditor key={edited.id} failure={edited} onClose={() => setEditing(null)} />}
    </>
  );
}
