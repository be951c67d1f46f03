import { Button, Group, Switch, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Tagging } from '#shared/tag.ts';
import { ApiError } from '../../api/client.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { notifyOfError } from '../../ui/notify.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import classes from './TaggingDialog.module.css';
import { useTagging } from './use-tagging.ts';

interface TaggingDialogProps {
  /** Null: closed. */
  readonly agent: { readonly id: string; readonly name: string } | null;
  readonly onClose: () => void;
}

/** What tags an agent's messages by itself. */
export function TaggingDialog({ agent, onClose }: TaggingDialogProps) {
  return (
    <Dialog opened={agent !== null} onClose={onClose} title={`Tags of ${agent?.name ?? ''}`} size={560}>
      {agent && <LoadedForm agentId={agent.id} onDone={onClose} />}
    </Dialog>
  );
}

function LoadedForm({ agentId, onDone }: { readonly agentId: string; readonly onDone: () => void }) {
  const { tagging, error, save } = useTagging(agentId);
  if (error) {
    return <p role="alert">{error.message}</p>;
  }
  return tagging && <TaggingForm tagging={tagging} onSave={save} onDone={onDone} />;
}

interface TaggingFormProps {
  readonly tagging: Tagging;
  readonly onSave: (tagging: Tagging) => Promise<void>;
  readonly onDone: () => void;
}

interface Row {
  readonly key: number;
  readonly q: string;
  readonly tag: string;
}

function TaggingForm({ tagging, onSave, onDone }: TaggingFormProps) {
  const [switches, setSwitches] = useState({
    fromHeader: tagging.fromHeader,
    fromAddress: tagging.fromAddress,
  });
  const [rows, setRows] = useState<readonly Row[]>(tagging.rules.map((rule, key) => ({ ...rule, key })));
  const [problem, setProblem] = useState<{ readonly field: string; readonly text: string } | null>(null);
  const [busy, setBusy] = useState(false);

  function change(key: number, change: Partial<Row>): void {
    setProblem(null);
    setRows(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  }

  async function save(): Promise<void> {
    setBusy(true);
    try {
      await onSave({ ...switches, rules: rows.map(({ q, tag }) => ({ q, tag })) });
      onDone();
    } catch (error) {
      if (error instanceof ApiError && error.field?.startsWith('rules.') === true) {
        setProblem({ field: error.field, text: error.message });
      } else {
        notifyOfError(error, 'The rules were not saved');
      }
    } finally {
      setBusy(false);
    }
  }

  function errorOf(at: number, field: 'q' | 'tag'): string | null {
    return problem?.field === `rules.${at}.${field}` ? problem.text : null;
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Switch
        label="From the header X-Tags"
        description="X-Tags: checkout, beta"
        checked={switches.fromHeader}
        onChange={(event) => setSwitches({ ...switches, fromHeader: event.currentTarget.checked })}
      />
      <Switch
        mt="sm"
        label="From the recipient’s address"
        description="jane+checkout@example.com"
        checked={switches.fromAddress}
        onChange={(event) => setSwitches({ ...switches, fromAddress: event.currentTarget.checked })}
      />
      <h3 className={classes['heading']}>Rules</h3>
      <p className={classes['about']}>
        A message that the search finds as it comes in gets the tag. What is held already stays as it is.
      </p>
      <ol className={classes['rules']} aria-label="Rules">
        {rows.map((row, at) => (
          <li key={row.key} className={classes['rule']}>
            <TextInput
              className={classes['search'] ?? ''}
              aria-label={`Search of rule ${at + 1}`}
              placeholder="subject:order !from:staging"
              value={row.q}
              error={errorOf(at, 'q')}
              onChange={(event) => change(row.key, { q: event.currentTarget.value })}
            />
            <TextInput
              aria-label={`Tag of rule ${at + 1}`}
              placeholder="orders"
              value={row.tag}
              error={errorOf(at, 'tag')}
              onChange={(event) => change(row.key, { tag: event.currentTarget.value })}
            />
            <IconButton
              label={`Remove rule ${at + 1}`}
              color="red"
              icon={<IconTrash size={15} />}
              onClick={() => {
                setProblem(null);
                setRows(rows.filter(({ key }) => key !== row.key));
              }}
            />
          </li>
        ))}
      </ol>
      <Group justify="space-between" mt="sm">
        <Button
          variant="default"
          leftSection={<IconPlus size={15} />}
          disabled={rows.length >= 50}
          onClick={() => setRows([...rows, { key: (rows.at(-1)?.key ?? 0) + 1, q: '', tag: '' }])}
        >
          Add rule
        </Button>
        <Group gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Save
          </Button>
        </Group>
      </Group>
    </form>
  );
}
