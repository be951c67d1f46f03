import { Select } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { Suppression, SuppressionAction } from '#shared/suppression.ts';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { announce } from '../../ui/announce.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { notifyOfError } from '../../ui/notify.ts';
import classes from './DeliveryPage.module.css';
import { actionsFor, suppressionFacts } from './suppression-words.ts';

interface SuppressionRowProps {
  readonly entry: Suppression;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** An entry of the suppression list, with what is done with mail to it. */
export function SuppressionRow({ entry, onEdit, onRemove }: SuppressionRowProps) {
  const client = useQueryClient();

  async function act(action: SuppressionAction): Promise<void> {
    try {
      await call('patchSuppression', { params: { id: entry.id }, body: { action } });
      announce(`${entry.value} is changed`);
      await client.invalidateQueries({ queryKey: queryKeys.suppressions });
    } catch (error) {
      notifyOfError(error);
    }
  }

  return (
    <li className={classes['row']}>
      <div className={classes['words']}>
        <bdi className={classes['name']}>{entry.value}</bdi>
        <div className={classes['facts']}>{suppressionFacts(entry)}</div>
      </div>
      <Select
        size="xs"
        w={150}
        aria-label={`Mail to ${entry.value}`}
        allowDeselect={false}
        value={entry.action}
        data={actionsFor(entry.kind).map(({ action, label }) => ({ value: action, label }))}
        onChange={(action) => action !== null && void act(action)}
      />
      <IconButton size={24} label={`Edit ${entry.value}`} icon={<IconPencil size={15} />} onClick={onEdit} />
      <IconButton
        size={24}
        color="red"
        label={`Remove ${entry.value}`}
        icon={<IconTrash size={15} />}
        onClick={onRemove}
      />
    </li>
  );
}
