import { Button, Menu, Switch } from '@mantine/core';
import { IconPencil, IconSend, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { Webhook, WebhookDelivery, WebhookEvent } from '#shared/webhook.ts';
import { webhookEvents } from '#shared/webhook.ts';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { announce } from '../../ui/announce.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { notifyOfError } from '../../ui/notify.ts';
import { eventLabels } from './event-words.ts';
import classes from './WebhookRow.module.css';

interface WebhookRowProps {
  readonly webhook: Webhook;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
  readonly onTested: (delivery: WebhookDelivery) => void;
}

/** One webhook: where it leads, what it is told, and what can be done with it. */
export function WebhookRow({ webhook, onEdit, onDelete, onTested }: WebhookRowProps) {
  const client = useQueryClient();
  const { agentId, url, events, enabled } = webhook;
  const params = { id: agentId, webhookId: webhook.id };

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      notifyOfError(error);
    }
  }
  const switchTo = (on: boolean) =>
    attempt(async () => {
      await call('patchWebhook', { params, body: { enabled: on } });
      await client.invalidateQueries({ queryKey: queryKeys.webhooks(agentId) });
      announce(`The webhook is ${on ? 'on' : 'paused'}`);
    });
  const test = (event: WebhookEvent) =>
    attempt(async () => {
      onTested(await call('testWebhook', { params, body: { event } }));
      announce(`A sample of “${eventLabels[event]}” is on its way`);
    });

  return (
    <li className={classes['row']}>
      <Switch
        aria-label={`Send events to ${url}`}
        checked={enabled}
        onChange={(change) => void switchTo(change.currentTarget.checked)}
      />
      <div className={classes['words']}>
        <div className={classes['url']} data-paused={!enabled || undefined}>
          <bdi>{url}</bdi>
        </div>
        <div className={classes['facts']}>{factsOf(webhook)}</div>
      </div>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="compact-xs" leftSection={<IconSend size={14} />}>
            Send test
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>A sample of</Menu.Label>
          {webhookEvents.map((event) => (
            <Menu.Item key={event} onClick={() => void test(event)}>
              {eventLabels[event]}
              {!events.includes(event) && <span className={classes['quiet']}> (not chosen)</span>}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <IconButton size={24} label={`Edit ${url}`} icon={<IconPencil size={15} />} onClick={onEdit} />
      <IconButton
        size={24}
        color="red"
        label={`Delete ${url}`}
        icon={<IconTrash size={15} />}
        onClick={onDelete}
      />
    </li>
  );
}

function factsOf({ enabled, events, body, formField, header, allowRemote }: Webhook): string {
  return [
    ...(enabled ? [] : ['Paused']),
    events.length === webhookEvents.length
      ? 'All events'
      : events.map((event) => eventLabels[event]).join(', '),
    ...(body === 'form' ? [`as a form, field ${formField}`] : []),
    ...(header === null ? [] : [`with ${header.name}`]),
    ...(allowRemote ? ['may call other machines'] : []),
  ].join(' · ');
}
