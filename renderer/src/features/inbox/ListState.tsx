import { Button } from '@mantine/core';
import { IconInbox, IconPlugConnectedX, IconSearchOff } from '@tabler/icons-react';
import { ApiError } from '../../api/client.ts';
import type { MessageView } from '../../api/query-keys.ts';
import { go, usePlace } from '../../routing/use-place.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import classes from './ListState.module.css';

interface ListStateProps {
  readonly view: MessageView;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly onRetry: () => void;
}

/** What stands in the list's place while it has no rows. */
export function ListState({ view, isLoading, error, onRetry }: ListStateProps) {
  const place = usePlace();
  if (error) {
    return (
      <EmptyState
        icon={<IconPlugConnectedX size={32} stroke={1.4} />}
        title={isUnreadable(error) ? 'This search cannot be read' : 'The messages could not be listed'}
        actions={
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        }
      >
        {error.message}
      </EmptyState>
    );
  }
  if (isLoading) {
    return <LoadingRows />;
  }
  if (view.q !== '') {
    return (
      <EmptyState
        icon={<IconSearchOff size={32} stroke={1.4} />}
        title="No message matches"
        actions={
          <Button variant="default" onClick={() => go(place)}>
            Clear the search
          </Button>
        }
      >
        Nothing was found for “<bdi>{view.q}</bdi>”.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<IconInbox size={32} stroke={1.4} />} title="No messages yet">
      What is sent here appears by itself.
    </EmptyState>
  );
}

function isUnreadable(error: Error): boolean {
  return error instanceof ApiError && error.code === 'search.invalid';
}

function LoadingRows() {
  return (
    <div className={classes['loading']} role="status" aria-label="Loading messages">
      {[64, 48, 72, 56].map((width) => (
        <div key={width} className={classes['row']}>
          <span className={classes['bone']} style={{ width: `${width}%` }} />
          <span className={classes['bone']} />
        </div>
      ))}
    </div>
  );
}
