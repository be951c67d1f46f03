import { useState } from 'react';
import type { Task } from '#shared/task.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';

/** How far the task with this id is; undefined before it is heard of. */
export function useTask(id: string | undefined): Task | undefined {
  const [heard, setHeard] = useState<Task>();
  useAppEvents((event) => {
    if (event.type === 'task.changed' && event.task.id === id) {
      setHeard(event.task);
    }
  });
  return heard?.id === id ? heard : undefined;
}
