import { Button, Checkbox, Group, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { type Webhook, webhookEvents } from '#shared/webhook.ts';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { notifyOfError } from '../../ui/notify.ts';
import { eventLabels } from './event-words.ts';
import { draftOf, namesThisMachine, requestOf } from './webhook-draft.ts';
import type { WebhookDraft, WebhookProblems } from './webhook-draft.ts';
import classes from './WebhookEditor.module.css';

interface WebhookEditorProps {
  readonly agentId: string;
  /** Undefined for a new one. */
  readonly webhook: Webhook | undefined;
  readonly onDone: () => void;
}

/** The form of a webhook. */
export function WebhookEditor({ agentId, webhook, onDone }: WebhookEditorProps) {
  const client = useQueryClient();
  const bodyLabel = useId();
  const [draft, setDraft] = useState<WebhookDraft>(() => draftOf(webhook));
  const [problems, setProblems] = useState<WebhookProblems>({});
  const [busy, setBusy] = useState(false);
  const leavesMachine = !draft.allowRemote && !namesThisMachine(draft.url);

  function change(changes: Partial<WebhookDraft>): void {
    setDraft({ ...draft, ...changes });
    setProblems({});
  }

  async function save(): Promise<void> {
    const request = requestOf(draft);
    if ('problems' in request) {
      setProblems(request.problems);
      return;
    }
    setBusy(true);
    try {
      const { body } = request;
      await (webhook
        ? call('patchWebhook', { params: { id: agentId, webhookId: webhook.id }, body })
        : call('createWebhook', { params: { id: agentId }, body }));
      await client.invalidateQueries({ queryKey: queryKeys.webhooks(agentId) });
      onDone();
    } catch (error) {
      notifyOfError(error, 'The webhook could not be saved');
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      noValidate
      className={classes['fields']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        label="Address"
        description={
          leavesMachine
            ? 'This does not look like this machine. Unless it leads here, allow other machines below.'
            : 'Events are posted here; redirects are not followed.'
        }
        placeholder="http://localhost:3000/webhooks/zeptomail"
        value={draft.url}
        required
        data-autofocus
        onChange={(event) => change({ url: event.currentTarget.value })}
        error={problems.url}
      />
      <Checkbox.Group
        label="Events"
        value={[...draft.events]}
        onChange={(chosen) => change({ events: webhookEvents.filter((event) => chosen.includes(event)) })}
        error={problems.events}
      >
        <div className={classes['events']}>
          {webhookEvents.map((event) => (
            <Checkbox key={event} value={event} label={eventLabels[event]} description={event} />
          ))}
        </div>
      </Checkbox.Group>
      <div>
        <div className={classes['label']} id={bodyLabel}>
          Body
        </div>
        <SegmentedControl
          aria-labelledby={bodyLabel}
          value={draft.body}
          onChange={(value) => change({ body: value })}
          data={[
            { value: 'json' as const, label: 'JSON' },
            { value: 'form' as const, label: 'Form' },
          ]}
        />
        <p className={classes['hint']}>
          {draft.body === 'json'
            ? 'The event’s JSON as it is; the signature is over exactly these bytes.'
            : 'The JSON in one field, URL-encoded, as ZeptoMail’s Java sample reads it; the signature is over the JSON.'}
        </p>
      </div>
      {draft.body === 'form' && (
        <TextInput
          label="Field"
          value={draft.formField}
          onChange={(event) => change({ formField: event.currentTarget.value })}
          error={problems.formField}
        />
      )}
      <div className={classes['pair']}>
        <TextInput
          label="Header field"
          placeholder="X-Webhook-Secret"
          value={draft.headerName}
          onChange={(event) => change({ headerName: event.currentTarget.value })}
          error={problems.headerName}
        />
        <TextInput
          label="Its value"
          value={draft.headerValue}
          onChange={(event) => change({ headerValue: event.currentTarget.value })}
          error={problems.headerValue}
        />
      </div>
      <Switch
        label="May call other machines"
        description="Off, nothing is sent unless the address resolves to this machine."
        checked={draft.allowRemote}
        onChange={(event) => change({ allowRemote: event.currentTarget.checked })}
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" loading={busy}>
          {webhook ? 'Save' : 'Add webhook'}
        </Button>
      </Group>
    </form>
  );
}
