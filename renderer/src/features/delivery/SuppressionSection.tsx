import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Suppression } from '#shared/suppression.ts';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { announce } from '../../ui/announce.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import classes from './DeliveryPage.module.css';
import { SuppressionEditor } from './SuppressionEditor.tsx';
import { SuppressionRow } from './SuppressionRow.tsx';
import { useSuppressions } from './use-suppressions.ts';

type Question =
  | { readonly type: 'create' }
  | { readonly type: 'edit' | 'remove'; readonly entry: Suppression };

const pageSize = 100;
/** The control API gives no more at once; a search finds the others. */
const mostShown = 500;

/** The suppression list as far as it holds for an agent. */
export function SuppressionSection({ agentId }: { readonly agentId: string }) {
  const client = useQueryClient();
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(pageSize);
  const [dialog, setDialog] = useState<Question | null>(null);
  const { data, error } = useSuppressions(agentId, search, limit);
  const edited = dialog?.type === 'edit' ? dialog.entry : undefined;
  const doomed = dialog?.type === 'remove' ? dialog.entry : undefined;

  async function remove(): Promise<void> {
    if (doomed) {
      await call('deleteSuppression', { params: { id: doomed.id } });
      announce(`${doomed.value} is off the suppression list`);
      await client.invalidateQueries({ queryKey: queryKeys.suppressions });
    }
  }

  return (
    <Section
      title="Suppression list"
      about="Addresses and domains that are left out of this agent’s mail, have it rejected, or are not tracked. Hard bounces that say that an address or a domain does not exist add theirs. Of several entries that fit, the severest wins."
    >
      <div className={classes['bar']}>
        <TextInput
          className={classes['search'] ?? ''}
          type="search"
          aria-label="Search the suppression list"
          placeholder="Search"
          leftSection={<IconSearch size={14} />}
          maxLength={320}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Button
          id="add-suppression"
          leftSection={<IconPlus size={15} />}
          onClick={() => setDialog({ type: 'create' })}
        >
          Add suppression
        </Button>
      </div>
      {error && (
        <p role="alert" className={classes['facts']}>
          {error.message}
        </p>
      )}
      {data?.suppressions.length === 0 && (
        <p className={classes['none']}>
          {search.trim() === ''
            ? 'Nobody is suppressed: mail goes to everybody. Add an address here to see what your application makes of it, or send to usernotfound@example.com, which bounces and comes onto the list.'
            : 'Nothing on the list contains this.'}
        </p>
      )}
      {data && data.suppressions.length > 0 && (
        <ul className={classes['list']} aria-label="Suppressed">
          {data.suppressions.map((entry) => (
            <SuppressionRow
              key={entry.id}
              entry={entry}
              onEdit={() => setDialog({ type: 'edit', entry })}
              onRemove={() => setDialog({ type: 'remove', entry })}
            />
          ))}
        </ul>
      )}
      {data && data.total > data.suppressions.length && (
        <p className={classes['facts']}>
          {data.suppressions.length} of {data.total} are shown.{' '}
          {limit < mostShown ? (
            <Button size="compact-xs" variant="default" onClick={() => setLimit(limit + pageSize)}>
              Show more
            </Button>
          ) : (
            'Search to find the others.'
          )}
        </p>
      )}
      <Dialog
        opened={dialog?.type === 'create' || edited !== undefined}
        onClose={() => setDialog(null)}
        title={edited ? 'Edit suppression' : 'Add suppression'}
        size={480}
      >
        <SuppressionEditor agentId={agentId} entry={edited} onDone={() => setDialog(null)} />
      </Dialog>
      <ConfirmDialog
        opened={doomed !== undefined}
        title="Remove from the suppression list?"
        action="Remove"
        onConfirm={remove}
        onClose={() => setDialog(null)}
        focusAfter={() => document.getElementById('add-suppression')}
      >
        {doomed && removalWords(doomed)}
      </ConfirmDialog>
    </Section>
  );
}

function removalWords({ value, agents, category }: Suppression): string {
  const others = agents.length === 0 ? 'all agents' : `${agents.length} agents`;
  const whose = agents.length === 1 ? 'this agent' : others;
  const again = category === 'manual' ? '' : ' The next hard bounce of this kind puts it back.';
  return `Mail of ${whose} goes to ${value} again.${again}`;
}
