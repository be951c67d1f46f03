import { Button, Progress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Task } from '#shared/task.ts';
import { call } from '../../api/client.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { notifyOfError } from '../../ui/notify.ts';
import classes from './TaskTray.module.css';

/** Replays that run, in the corner; one that ended stays until it is dismissed. Imports are followed in their dialog. */
export function TaskTray() {
  const [tasks, setTasks] = useState<readonly Task[]>([]);
  useAppEvents((event) => {
    if (event.type === 'task.changed' && event.task.kind === 'replay') {
      const { task } = event;
      setTasks((known) =>
        known.some(({ id }) => id === task.id)
          ? known.map((each) => (each.id === task.id ? task : each))
          : [...known, task],
      );
    } else if (event.type === 'connected') {
      void call('listTasks')
        .then(({ tasks: all }) =>
          setTasks(all.filter(({ kind, state }) => kind === 'replay' && state === 'running')),
        )
        .catch(() => undefined);
    }
  });
  const dismiss = (id: string): void => setTasks((known) => known.filter((task) => task.id !== id));
  return (
    tasks.length > 0 && (
      <section className={classes['tray']} aria-label="Replays">
        {tasks.map((task) => (
          <TaskCard key={task.id} task={task} onDismiss={() => dismiss(task.id)} />
        ))}
      </section>
    )
  );
}

function TaskCard({ task, onDismiss }: { readonly task: Task; readonly onDismiss: () => void }) {
  const { id, title, state, done, total, refused, refusals } = task;
  const isRunning = state === 'running';
  return (
    <div className={classes['card']}>
      <div className={classes['head']}>
        <bdi className={classes['title']}>{title}</bdi>
        {!isRunning && (
          <IconButton label={`Dismiss “${title}”`} icon={<IconX size={15} />} onClick={onDismiss} />
        )}
      </div>
      <Progress
        size="sm"
        value={total === null || total === 0 ? 100 : (100 * done) / total}
        color={state === 'failed' ? 'red' : 'blue'}
        aria-label="Messages sent"
      />
      <p className={classes['words']} role="status">
        {stateWords(task)}
      </p>
      {refused > 0 && (
        <details className={classes['refusals']}>
          <summary>{refused.toLocaleString('en')} refused</summary>
          {refusals.map(({ name, reason }, at) => (
            <p key={at}>
              <bdi>{name || 'No subject'}</bdi>: {reason}
            </p>
          ))}
        </details>
      )}
      {isRunning && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => call('cancelTask', { params: { id } }).catch(notifyOfError)}
        >
          Cancel
        </Button>
      )}
    </div>
  );
}

function stateWords({ state, done, total, problem }: Task): string {
  const count = `${done.toLocaleString('en')} of ${(total ?? 0).toLocaleString('en')}`;
  switch (state) {
    case 'running':
      return count;
    case 'done':
      return `Done: ${count}`;
    case 'cancelled':
      return `Cancelled after ${count}`;
    case 'failed':
      return `Ended after ${count}: ${problem ?? ''}`;
  }
}
