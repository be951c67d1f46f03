import { TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import type { HeaderLine } from '#shared/message.ts';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { filterHeaders } from './filter-headers.ts';
import classes from './HeadersView.module.css';
import { ViewBar } from './ViewBar.tsx';

/** The headers in their order, unfolded and decoded, with a filter over names and values. */
export function HeadersView({ headers }: { readonly headers: readonly HeaderLine[] }) {
  const [filter, setFilter] = useState('');
  const shown = filterHeaders(headers, filter);
  return (
    <>
      <ViewBar
        actions={
          <>
            <TextInput
              className={classes['filter'] ?? ''}
              aria-label="Filter headers"
              placeholder="Filter"
              leftSection={<IconFilter size={14} />}
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value)}
            />
            <CopyIconButton
              value={headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}
              what="the headers"
            />
          </>
        }
      >
        {filter.trim() === '' ? `${headers.length} headers` : `${shown.length} of ${headers.length} headers`}
      </ViewBar>
      <ScrollRegion className={classes['frame']} label="Headers">
        <table className={classes['table']}>
          <thead className={classes['head']}>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((header, index) => (
              <tr key={index}>
                <th scope="row" className={classes['name']}>
                  {header.name}
                </th>
                <td className={classes['value']} dir="auto">
                  {header.value}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p className={classes['none']}>No header fits the filter.</p>}
      </ScrollRegion>
    </>
  );
}
