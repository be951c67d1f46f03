import { TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react';
import type { Ref } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import classes from './FindBox.module.css';
import type { Find } from './use-find.ts';

interface FindBoxProps {
  readonly find: Find;
  /** Where it looks, as in “Find in the source”. */
  readonly where: string;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Words to look for, how often they stand there, and the way from one to the next. */
export function FindBox({ find, where, ref }: FindBoxProps) {
  const { words, finds, current, setWords, step } = find;
  const count = finds.starts.length;
  return (
    <search className={classes['find']}>
      <TextInput
        ref={ref}
        className={classes['words'] ?? ''}
        type="search"
        aria-label={`Find in ${where}`}
        title="Enter goes to the next, Shift+Enter to the one before"
        placeholder="Find"
        leftSection={<IconSearch size={14} />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'F3') {
            event.preventDefault();
            step(event.shiftKey ? -1 : 1);
          } else if (event.key === 'Escape' && words !== '') {
            event.preventDefault();
            event.stopPropagation();
            setWords('');
          }
        }}
      />
      <output className={classes['count']} aria-live="polite">
        {words !== '' && (count === 0 ? 'None' : `${current + 1} of ${countWords(count, finds.more)}`)}
      </output>
      <IconButton
        size={24}
        label="Find the one before"
        icon={<IconChevronUp size={16} />}
        disabled={count === 0}
        onClick={() => step(-1)}
      />
      <IconButton
        size={24}
        label="Find the next"
        icon={<IconChevronDown size={16} />}
        disabled={count === 0}
        onClick={() => step(1)}
      />
    </search>
  );
}

function countWords(count: number, more: boolean): string {
  return `${count.toLocaleString('en')}${more ? ' and more' : ''}`;
}
