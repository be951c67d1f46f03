import { TextInput } from '@mantine/core';
import { IconListSearch, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { errorCatalogue, errorKey } from '#shared/error-catalogue.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { CodeEntry } from './CodeEntry.tsx';
import classes from './CodesPage.module.css';
import { filterCodes } from './filter-codes.ts';

/** Every error that production answers, in groups, with a filter; `chosen` is the entry that the address names. */
export function CodesPage({ chosen }: { readonly chosen: string }) {
  const [filter, setFilter] = useState('');
  const groups = errorCatalogue
    .map(({ title, entries }) => ({ title, entries: filterCodes(entries, filter) }))
    .filter(({ entries }) => entries.length > 0);
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <div className={classes['page']}>
      <div className={classes['bar']}>
        <TextInput
          className={classes['filter'] ?? ''}
          type="search"
          aria-label="Search the error codes"
          placeholder="Code or word, such as SM_111 or token"
          leftSection={<IconSearch size={14} />}
          value={filter}
          onChange={(change) => setFilter(change.currentTarget.value)}
        />
        <output className={classes['count']}>{count === 1 ? '1 answer' : `${count} answers`}</output>
      </div>
      <div className={classes['scroll']}>
        {groups.length === 0 ? (
          <EmptyState icon={<IconListSearch size={36} stroke={1.4} />} title="No answer fits">
            Search for a code, an HTTP status, or a word of the message.
          </EmptyState>
        ) : (
          groups.map(({ title, entries }) => (
            <Section key={title} title={title}>
              {entries.map((entry) => (
                <CodeEntry key={errorKey(entry)} entry={entry} isChosen={errorKey(entry) === chosen} />
              ))}
            </Section>
          ))
        )}
      </div>
    </div>
  );
}
