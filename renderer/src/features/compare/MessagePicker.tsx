import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { call } from '../../api/client.ts';
import classes from './ComparePage.module.css';

interface MessagePickerProps {
  /** Stands on the other side already. */
  readonly other: string;
  readonly onPick: (messageId: string) => void;
}

/** The arrow keys lead from the search box through what it found. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, button')];
  const next = by === 0 ? undefined : stops[stops.findIndex((stop) => stop === document.activeElement) + by];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

/** The newest messages, or those that a search finds, to choose one to compare with. */
export function MessagePicker({ other, onPick }: MessagePickerProps) {
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 150);
  const { data, error } = useQuery({
    queryKey: ['messages', 'compare', q],
    queryFn: ({ signal }) =>
      call(
        'listMessages',
        { query: { limit: 30, counted: 'false', ...(q === '' ? {} : { q }) } },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
  const messages = data?.messages.filter(({ id }) => id !== other) ?? [];
  return (
    <section className={classes['picker']} aria-label="Compare with" onKeyDown={walk}>
      <TextInput
        type="search"
        aria-label="Search for the message to compare with"
        placeholder="Compare with… search"
        leftSection={<IconSearch size={14} />}
        error={error?.message}
        value={words}
        autoFocus
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ul className={classes['found']}>
        {messages.map(({ id, subject, from, receivedAt }) => (
          <li key={id}>
            <button type="button" className={classes['choice']} onClick={() => onPick(id)}>
              <strong dir="auto">{subject.trim() || 'No subject'}</strong>
              <span>
                <bdi>{from?.name || from?.address || 'No sender'}</bdi> ·{' '}
                {new Date(receivedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {data && messages.length === 0 && (
        <p role="status">There is no other message{q === '' ? '' : ' that this finds'}.</p>
      )}
    </section>
  );
}
