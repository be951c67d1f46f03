import {
  IconColumns,
  IconDownload,
  IconMail,
  IconMailOpened,
  IconRepeat,
  IconStar,
  IconStarFilled,
  IconTrash,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { MessageDetail } from '#shared/message.ts';
import { call, urlOf } from '../../api/client.ts';
import { go } from '../../routing/use-place.ts';
import { useCommands } from '../../commands/commands-context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LinkIconButton } from '../../ui/LinkIconButton.tsx';
import { notifyOfError } from '../../ui/notify.ts';
import { Annotations } from '../annotations/Annotations.tsx';
import { deletions } from '../inbox/deletions.ts';
import { dragMessages } from '../exchange/drag-messages.ts';
import { openExchange } from '../exchange/exchange-dialog.ts';
import { MessageFacts } from './MessageFacts.tsx';
import classes from './MessageHeader.module.css';
import { PrintMenu } from './PrintMenu.tsx';
import { Recipients } from './Recipients.tsx';

interface MessageHeaderProps {
  readonly message: MessageDetail;
  /** Whether the person asked for the remote content of this message. */
  readonly remote: boolean;
}

/** Subject, people, facts, and what can be done with the message. */
export function MessageHeader({ message, remote }: MessageHeaderProps) {
  const { subject, from, date, receivedAt } = message;
  return (
    <header className={classes['header']}>
      <div className={classes['top']}>
        <h1 className={classes['subject']} dir="auto" data-empty={subject.trim() === '' || undefined}>
          {subject.trim() || (message.index === 'pending' ? 'Reading…' : 'No subject')}
        </h1>
        <Actions message={message} remote={remote} />
      </div>
      <div className={classes['from']}>
        <span className={classes['sender']}>
          {from?.name.trim() ? (
            <>
              <bdi className={classes['name']}>{from.name}</bdi>{' '}
              <bdi className={classes['address']}>{from.address}</bdi>
            </>
          ) : (
            <bdi className={classes['name']}>{from?.address || 'No sender'}</bdi>
          )}
        </span>
        <time
          className={classes['time']}
          dateTime={receivedAt}
          title={date === null ? 'The message has no Date header' : `Date header: ${date}`}
        >
          {new Date(receivedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' })}
        </time>
      </div>
      <Recipients key={`recipients ${message.id}`} message={message} />
      <MessageFacts key={`facts ${message.id}`} message={message} />
      <Annotations key={`annotations ${message.id}`} message={message} />
    </header>
  );
}

function Actions({ message, remote }: MessageHeaderProps) {
  const { id, read, starred } = message;
  const { mutate: star } = useMutation({
    mutationFn: () => call('patchMessage', { params: { id }, body: { starred: !starred } }),
    onError: (error) => notifyOfError(error, 'The message was not starred'),
  });
  const { mutate: mark } = useMutation({
    mutationFn: () => call('patchMessage', { params: { id }, body: { read: !read } }),
    onError: (error) => notifyOfError(error, 'The message was not marked'),
  });
  // The list hears of it and opens the next message.
  const remove = useMutation({
    mutationFn: async () =>
      deletions.add(await call('deleteMessagesById', { body: { ids: [id], undoable: true } })),
    onError: (error) => notifyOfError(error, 'The message was not deleted'),
  });
  const compare = () => go({ page: 'compare', agentId: null, leftId: id, rightId: null });
  const replay = () =>
    openExchange({
      type: 'replay',
      messages: { view: { agentId: message.agentId, q: '' }, chosen: new Set([id]), count: 1 },
    });
  useCommands([
    {
      id: 'compare',
      section: 'Message',
      title: 'Compare with…',
      words: 'difference diff side by side',
      icon: <IconColumns size={16} stroke={1.7} />,
      run: compare,
    },
    {
      id: 'replay',
      section: 'Message',
      title: 'Replay…',
      words: 'send again resend',
      icon: <IconRepeat size={16} stroke={1.7} />,
      run: replay,
    },
  ]);
  return (
    <div className={classes['actions']} role="toolbar" aria-label="Message">
      <IconButton
        label={starred ? 'Take the star' : 'Star'}
        icon={
          starred ? (
            <IconStarFilled size={17} color="var(--agent-amber)" />
          ) : (
            <IconStar size={17} stroke={1.7} />
          )
        }
        onClick={() => star()}
      />
      <IconButton
        label={read ? 'Mark as unread' : 'Mark as read'}
        icon={read ? <IconMail size={17} stroke={1.7} /> : <IconMailOpened size={17} stroke={1.7} />}
        onClick={() => mark()}
      />
      <LinkIconButton
        label="Download as .eml"
        icon={<IconDownload size={17} stroke={1.7} />}
        href={urlOf('getMessageRaw', { params: { id } })}
        download
        onDragStart={(event) => dragMessages(event, [id], message.subject)}
      />
      <IconButton label="Compare with…" icon={<IconColumns size={17} stroke={1.7} />} onClick={compare} />
      <PrintMenu message={message} remote={remote} />
      <IconButton label="Replay…" icon={<IconRepeat size={17} stroke={1.7} />} onClick={replay} />
      <IconButton
        label="Delete"
        icon={<IconTrash size={17} stroke={1.7} />}
        // A button that is switched off while it works would lose the focus.
        onClick={() => {
          if (!remove.isPending) {
            remove.mutate();
          }
        }}
      />
    </div>
  );
}
