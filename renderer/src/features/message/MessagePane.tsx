import { Button, Skeleton } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { Activity, useState } from 'react';
import type { MessageDetail } from '#shared/message.ts';
import { ApiError } from '../../api/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FoundInMessage } from './FoundInMessage.tsx';
import { MessageHeader } from './MessageHeader.tsx';
import { MessageNotices } from './MessageNotices.tsx';
import classes from './MessagePane.module.css';
import { MessageViews } from './MessageViews.tsx';
import { useLast } from '../../ui/use-last.ts';
import { useMessage } from './use-message.ts';

interface MessagePaneProps {
  readonly messageId: string;
}

/**
 * One message: who, what, what production would have said, and nine ways to look at it. From message to message the pane
 * stays, which halves the time that the next one takes; what a person does with one message is keyed by it.
 */
export function MessagePane({ messageId }: MessagePaneProps) {
  const { data: message, error, refetch } = useMessage(messageId);
  // Hidden, the last one keeps its frame, which the next is written into.
  const kept = useLast(message);
  // Asked for once, it holds while this message is open.
  const [remoteFor, setRemoteFor] = useState<string | null>(null);
  if (error) {
    const gone = error instanceof ApiError && error.status === 404;
    return (
      <EmptyState
        icon={<IconMailOff size={36} stroke={1.4} />}
        title={gone ? 'This message is gone' : 'The message cannot be shown'}
        actions={
          !gone && (
            <Button variant="default" onClick={() => void refetch()}>
              Try again
            </Button>
          )
        }
      >
        {gone ? 'It was deleted, or made room for newer ones.' : error.message}
      </EmptyState>
    );
  }
  return (
    <>
      {!message && <Loading />}
      {kept && (
        <Activity mode={message ? 'visible' : 'hidden'}>
          <Message message={kept} remoteFor={remoteFor} onLoadRemote={setRemoteFor} />
        </Activity>
      )}
    </>
  );
}

interface MessageProps {
  readonly message: MessageDetail;
  /** The message whose remote content the person asked for. */
  readonly remoteFor: string | null;
  readonly onLoadRemote: (id: string) => void;
}

function Message({ message, remoteFor, onLoadRemote }: MessageProps) {
  const remote = remoteFor === message.id;
  return (
    <article className={classes['message']} aria-label={message.subject || 'Message without a subject'}>
      <MessageHeader message={message} remote={remote} />
      <FoundInMessage key={`found ${message.id}`} message={message} />
      <MessageNotices key={`notices ${message.id}`} message={message} />
      <MessageViews message={message} remote={remote} onLoadRemote={() => onLoadRemote(message.id)} />
    </article>
  );
}

function Loading() {
  return (
    <output className={classes['loading']} aria-label="Loading the message">
      <Skeleton height={22} width="60%" />
      <Skeleton height={13} width="40%" />
      <Skeleton height={13} width="34%" />
    </output>
  );
}
