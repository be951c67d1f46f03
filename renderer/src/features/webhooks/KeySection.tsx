import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WebhookKey } from '#shared/webhook.ts';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { announce } from '../../ui/announce.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { Setting, Settings } from '../connect/Setting.tsx';
import classes from './KeySection.module.css';

interface KeySectionProps {
  readonly agentId: string;
  readonly webhookKey: WebhookKey;
}

/** The key that all webhooks of an agent are signed with. */
export function KeySection({ agentId, webhookKey }: KeySectionProps) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);

  async function rotate(): Promise<void> {
    const key = await call('rotateWebhookKey', { params: { id: agentId } });
    client.setQueryData(queryKeys.webhookKey(agentId), key);
    announce('The Authentication Key was replaced');
  }
  return (
    <Section title="Authentication Key" about="Signs everything that this agent’s webhooks are sent.">
      <Settings>
        <Setting name="Key" value={webhookKey.key} what="the Authentication Key" secret />
      </Settings>
      <div className={classes['actions']}>
        <Button
          variant="default"
          id="rotate-webhook-key"
          leftSection={<IconRefresh size={15} />}
          onClick={() => setAsking(true)}
        >
          Replace key…
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        title="Replace the Authentication Key?"
        action="Replace key"
        onConfirm={rotate}
        onClose={() => setAsking(false)}
        focusAfter={() => document.getElementById('rotate-webhook-key')}
      >
        From then on everything is signed with the new one. Receivers that know the old one refuse it.
      </ConfirmDialog>
    </Section>
  );
}
