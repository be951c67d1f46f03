import {
  IconAlertTriangle,
  IconFileAlert,
  IconPaperclip,
  IconNote,
  IconStarFilled,
} from '@tabler/icons-react';
import { memo } from 'react';
import type { ReactNode } from 'react';
import type { Agent } from '#shared/agent.ts';
import type { MessageSummary } from '#shared/message.ts';
import { AgentMark } from '../../ui/AgentMark.tsx';
import { TagChip } from '../tags/TagChip.tsx';
import { Said } from '../../ui/Said.tsx';
import {
  countWords,
  doorNames,
  doorWord,
  recipientWords,
  senderWords,
  subjectWords,
  timeWords,
} from './row-words.ts';
import classes from './MessageRow.module.css';

interface MessageRowProps {
  readonly message: MessageSummary;
  /** Given where the messages of several agents are listed together. */
  readonly agent: Agent | undefined;
  readonly selected: boolean;
  readonly active: boolean;
  /** Position from 0, and how many there are, for screen readers. */
  readonly at: number;
  readonly total: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** The start of today: when it changes, times are written anew. */
  readonly today: number;
}

const mostTagsShown = 2;

/** One message of the list. Its text is whatever a program sent: any length, script and direction. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, agent, selected, active, at, total, top, today } = props;
  const isPending = message.index === 'pending';
  return (
    <div
      id={`row-${message.id}`}
      role="option"
      aria-selected={selected}
      aria-setsize={total}
      aria-posinset={at + 1}
      className={classes['row']}
      draggable
      data-id={message.id}
      data-unread={!message.read || undefined}
      data-active={active || undefined}
      data-pending={isPending || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span className={classes['dot']}>{!message.read && <Said>Unread,</Said>}</span>
      <span className={classes['first']}>
        <bdi className={classes['sender']}>{senderWords(message.from)}</bdi>
        <span className={classes['recipient']}>
          {message.to.length > 0 && (
            <>
              to <bdi>{recipientWords(message.to)}</bdi>
            </>
          )}
        </span>
        <time className={classes['time']} dateTime={message.receivedAt}>
          {timeWords(message.receivedAt, new Date(today))}
        </time>
      </span>
      <span className={classes['second']}>
        <span
          className={classes['subject']}
          dir="auto"
          data-empty={message.subject.trim() === '' || undefined}
        >
          {subjectWords(message)}
        </span>
        {message.starred && (
          <Mark words="Starred">
            <IconStarFilled size={14} color="var(--agent-amber)" />
          </Mark>
        )}
        {message.note !== null && (
          <Mark words={`Note: ${message.note}`}>
            <IconNote size={14} color="var(--text-tertiary)" />
          </Mark>
        )}
        {message.code !== null && (
          <span className={classes['code']} data-code={message.code} title="Copy the code (c)">
            <Said>Code</Said>
            <bdi>{message.code}</bdi>
          </span>
        )}
        {message.verdictCount > 0 && (
          <Mark words="Production would have refused this">
            <IconAlertTriangle size={14} color="var(--warning)" />
          </Mark>
        )}
        {message.index === 'failed' && (
          <Mark words="Could not be read whole">
            <IconFileAlert size={14} color="var(--danger)" />
          </Mark>
        )}
        {message.attachmentCount > 0 && (
          <Mark words={countWords(message.attachmentCount, 'attachment')}>
            <IconPaperclip size={14} color="var(--text-tertiary)" />
          </Mark>
        )}
      </span>
      <span className={classes['third']}>
        <span className={classes['snippet']} dir="auto">
          {message.snippet}
        </span>
        {message.tags.length > 0 && <RowTags tags={message.tags} />}
        {agent && (
          <span className={classes['agent']} title={agent.name}>
            <AgentMark colour={agent.colour} size={8} />
            <bdi>{agent.name}</bdi>
          </span>
        )}
        <span className={classes['door']} title={doorNames[message.door]}>
          {doorWord(message.door)}
        </span>
      </span>
    </div>
  );
});

/** The first tags, and how many more there are. A click on one is the list's to understand: a row holds no buttons. */
function RowTags({ tags }: { readonly tags: readonly string[] }) {
  const more = tags.length - mostTagsShown;
  return (
    <span className={classes['tags']}>
      <Said>Tags:</Said>
      {tags.slice(0, mostTagsShown).map((name) => (
        <TagChip key={name} name={name} />
      ))}
      {more > 0 && (
        <span className={classes['more']} title={tags.slice(mostTagsShown).join(', ')}>
          +{more}
        </span>
      )}
    </span>
  );
}

/** A small picture with its words, which are shown by the pointer and said by screen readers. */
function Mark({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <span className={classes['mark']} title={words}>
      {children}
      <Said>{words}</Said>
    </span>
  );
}
