import { Switch } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { Failure } from '#shared/failure.ts';
import { call } from '../../api/client.ts';
import { announce } from '../../ui/announce.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { notifyOfError } from '../../ui/notify.ts';
import { whenWords } from './failure-words.ts';
import classes from './FailuresPage.module.css';

interface FailureRowProps {
  readonly failure: Failure;
  /** What it does, in words. */
  readonly name: string;
  readonly onEdit: () => void;
}

/** One switch: what goes wrong, when, how often it did, and what can be done with it. */
export function FailureRow({ failure, name, onEdit }: FailureRowProps) {
  const params = { id: failure.agentId, failureId: failure.id };

  async function attempt(work: () => Promise<unknown>, done: string): Promise<void> {
    try {
      await work();
      announce(done);
    } catch (error) {
      notifyOfError(error);
    }
  }

  return (
    <li className={classes['row']} data-on={failure.enabled || undefined}>
      <Switch
        aria-label={name}
        checked={failure.enabled}
        onChange={({ currentTarget: { checked } }) =>
          void attempt(
            () => call('patchFailure', { params, body: { enabled: checked } }),
            `${name} is ${checked ? 'on' : 'off'}`,
          )
        }
      />
      <div className={classes['words']}>
        <div className={classes['name']}>{name}</div>
        <div className={classes['facts']}>{whenWords(failure)}</div>
      </div>
      <IconButton size={24} label={`Configure ${name}`} icon={<IconPencil size={15} />} onClick={onEdit} />
      <IconButton
        size={24}
        color="red"
        label={`Delete ${name}`}
        icon={<IconTrash size={15} />}
        onClick={() => void attempt(() => call('deleteFailure', { params }), `${name} is deleted`)}
      />
    </li>
  );
}
