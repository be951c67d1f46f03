import { SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconAlertTriangle, IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MessageHeaders } from '#shared/structure.ts';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { filterHeaders } from './filter-headers.ts';
import { HeaderRow } from './HeaderRow.tsx';
import type { HeaderForm } from './HeaderRow.tsx';
import classes from './HeadersView.module.css';
import { HopList } from './HopList.tsx';
import { receivedHops } from './received-hops.ts';
import { ViewBar } from './ViewBar.tsx';
import { ViewProblem } from './ViewProblem.tsx';

interface HeadersViewProps {
  readonly messageId: string;
  /** The part whose header it is; left out, the message itself. */
  readonly path?: string;
}

/** The header fields in their order, decoded or as they were sent, explained, and with what is wrong in them. */
export function HeadersView({ messageId, path = '1' }: HeadersViewProps) {
  const { data, error } = useQuery({
    queryKey: [...queryKeys.messageStructurePart(messageId, path), 'headers'],
    queryFn: ({ signal }) =>
      call('getMessageHeaders', { params: { id: messageId }, query: { path } }, { signal }),
    gcTime: 0,
  });
  if (error) {
    return <ViewProblem>{error.message}</ViewProblem>;
  }
  return data ? <Headers headers={data} /> : <ViewBar>Loading…</ViewBar>;
}

function Headers({ headers }: { readonly headers: MessageHeaders }) {
  const [filter, setFilter] = useState('');
  const [form, setForm] = useLocalStorage<HeaderForm>({
    key: 'restante.header-form',
    defaultValue: 'decoded',
    getInitialValueInEffect: false,
  });
  const [explains, setExplains] = useLocalStorage({
    key: 'restante.headers-explained',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const { fields, leftOut, problems } = headers;
  const shown = filterHeaders(fields, filter);
  const hops = receivedHops(fields.filter(({ name }) => /^received$/i.test(name)).map(({ value }) => value));
  return (
    <>
      <ViewBar
        actions={
          <>
            <Switch
              size="xs"
              label="Explain"
              checked={explains}
              onChange={(event) => setExplains(event.currentTarget.checked)}
            />
            <SegmentedControl
              aria-label="Form of the headers"
              value={form}
              onChange={setForm}
              data={[
                { value: 'decoded', label: 'Decoded' },
                { value: 'sent', label: 'As sent' },
              ]}
            />
            <TextInput
              className={classes['filter'] ?? ''}
              aria-label="Filter headers"
              placeholder="Filter"
              leftSection={<IconFilter size={14} />}
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value)}
            />
            <CopyIconButton
              value={fields
                .map(({ name, value, sent }) => (form === 'sent' ? sent : `${name}: ${value}`))
                .join('\n')}
              what="the headers"
            />
          </>
        }
      >
        {filter.trim() === '' ? `${fields.length} headers` : `${shown.length} of ${fields.length} headers`}
      </ViewBar>
      <ScrollRegion className={classes['frame']} label="Headers">
        {(problems.length > 0 || leftOut > 0) && (
          <ul className={classes['problems']} aria-label="Problems of the header">
            {problems.map(({ text }) => (
              <li key={text}>
                <IconAlertTriangle size={15} aria-hidden="true" />
                {text}
              </li>
            ))}
            {leftOut > 0 && <li>{leftOut.toLocaleString()} more fields are left out here. Raw has them.</li>}
          </ul>
        )}
        {hops.length > 0 && filter.trim() === '' && <HopList hops={hops} />}
        <table className={classes['table']}>
          <thead className={classes['head']}>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Value</th>
              <th scope="col">Copy</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((field, index) => (
              <HeaderRow key={index} field={field} form={form} explains={explains} />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p className={classes['none']}>No header fits the filter.</p>}
      </ScrollRegion>
    </>
  );
}
