import { Button, Group, Radio, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Suppression } from '#shared/suppression.ts';
import { ApiError, call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { announce } from '../../ui/announce.ts';
import { notifyOfError } from '../../ui/notify.ts';
import { draftOf, ofKind, requestOf } from './suppression-draft.ts';
import type { SuppressionDraft, SuppressionProblems } from './suppression-draft.ts';
import { actionsFor } from './suppression-words.ts';

interface SuppressionEditorProps {
  readonly agentId: string;
  /** Undefined for a new one. */
  readonly entry: Suppression | undefined;
  readonly onDone: () => void;
}

/** Adds an address or a domain to the suppression list, or changes an entry. */
export function SuppressionEditor({ agentId, entry, onDone }: SuppressionEditorProps) {
  const client = useQueryClient();
  const [draft, setDraft] = useState<SuppressionDraft>(() => draftOf(entry));
  const [problems, setProblems] = useState<SuppressionProblems>({});
  const [busy, setBusy] = useState(false);
  const isEmail = draft.kind === 'email';

  function change(changes: Partial<SuppressionDraft>): void {
    setDraft({ ...draft, ...changes });
    setProblems({});
  }

  async function save(): Promise<void> {
    const request = requestOf(draft, agentId, entry?.agents);
    if ('problems' in request) {
      setProblems(request.problems);
      return;
    }
    setBusy(true);
    try {
      const { kind, value, ...rest } = request.body;
      await (entry
        ? call('patchSuppression', { params: { id: entry.id }, body: rest })
        : call('createSuppression', { body: { kind, value, ...rest } }));
      announce(entry ? `${value} is changed` : `${value} is on the suppression list`);
      await client.invalidateQueries({ queryKey: queryKeys.suppressions });
      onDone();
    } catch (error) {
      if (error instanceof ApiError && error.code === 'suppression.exists') {
        setProblems({ value: `${error.message} It may be there for other agents only.` });
      } else {
        notifyOfError(error, 'The entry could not be saved');
      }
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        {!entry && (
          <SegmentedControl
            aria-label="What to suppress"
            value={draft.kind}
            onChange={(kind) => {
              setDraft(ofKind(draft, kind));
              setProblems({});
            }}
            data={[
              { value: 'email' as const, label: 'Address' },
              { value: 'domain' as const, label: 'Domain' },
            ]}
          />
        )}
        <TextInput
          label={isEmail ? 'Address' : 'Domain'}
          description={isEmail ? undefined : 'It covers the domains below it, too.'}
          placeholder={isEmail ? 'jane@example.com' : 'example.com'}
          value={draft.value}
          required={!entry}
          readOnly={entry !== undefined}
          data-autofocus={entry === undefined || undefined}
          error={problems.value}
          onChange={(event) => change({ value: event.currentTarget.value })}
        />
        <Radio.Group
          label="Mail to it"
          value={draft.action}
          error={problems.action}
          onChange={(action) => change({ action })}
        >
          <Stack gap="xs" mt={6}>
            {actionsFor(draft.kind).map(({ action, label, does }) => (
              <Radio
                key={action}
                value={action}
                label={label}
                description={does}
                data-autofocus={(entry !== undefined && action === draft.action) || undefined}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Radio.Group label="Holds for" value={draft.scope} onChange={(scope) => change({ scope })}>
          <Group gap="lg" mt={6}>
            <Radio value="this" label="This agent" />
            <Radio value="all" label="All agents" />
            {entry && entry.agents.length > 1 && (
              <Radio value="several" label={`${entry.agents.length} agents, as it is`} />
            )}
          </Group>
        </Radio.Group>
        <TextInput
          label="Description"
          placeholder="Why it is on the list"
          maxLength={1000}
          value={draft.description}
          error={problems.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {entry ? 'Save' : 'Add'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
