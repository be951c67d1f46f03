import { Button } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useState } from 'react';
import type { Webhook } from '#shared/webhook.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ScrolledPage } from '../../ui/ScrolledPage.tsx';
import { Section } from '../../ui/Section.tsx';
import { DeliveryLog } from './DeliveryLog.tsx';
import { KeySection } from './KeySection.tsx';
import { useDeliveries } from './use-deliveries.ts';
import { useWebhooks } from './use-webhooks.ts';
import { VerifySection } from './VerifySection.tsx';
import { WebhookDialogs } from './WebhookDialogs.tsx';
import type { WebhookDialog } from './WebhookDialogs.tsx';
import { WebhookRow } from './WebhookRow.tsx';
import classes from './WebhooksPage.module.css';

/** Where an agent tells what happened to its mail: its webhooks, the key that signs, and what was sent. */
export function WebhooksPage({ agentId }: { readonly agentId: string }) {
  const { webhooks, key, error } = useWebhooks(agentId);
  const log = useDeliveries(agentId);
  const [dialog, setDialog] = useState<WebhookDialog | null>(null);
  const add = (
    <Button
      leftSection={<IconPlus size={15} />}
      onClick={() => setDialog({ type: 'create' })}
      id="add-webhook"
    >
      Add webhook
    </Button>
  );
  if (error) {
    return (
      <EmptyState icon={<IconWebhook size={36} stroke={1.4} />} title="The webhooks cannot be shown">
        {error.message}
      </EmptyState>
    );
  }
  if (!webhooks || !key) {
    return null;
  }
  return (
    <>
      <ScrolledPage>
        {webhooks.length === 0 ? (
          <div className={classes['empty']}>
            <EmptyState icon={<IconWebhook size={36} stroke={1.4} />} title="No webhooks yet" actions={add}>
              A webhook tells your application what happened to a mail: delivered, bounced, opened, clicked or
              reported. Each event is posted as ZeptoMail posts it, signed with this agent’s Authentication
              Key.
            </EmptyState>
          </div>
        ) : (
          <>
            <Section title="Where events go">
              <ul className={classes['list']}>
                {webhooks.map((webhook: Webhook) => (
                  <WebhookRow
                    key={webhook.id}
                    webhook={webhook}
                    onEdit={() => setDialog({ type: 'edit', webhook })}
                    onDelete={() => setDialog({ type: 'delete', webhook })}
                    onTested={log.keep}
                  />
                ))}
              </ul>
              {add}
            </Section>
            <DeliveryLog log={log} />
          </>
        )}
        <KeySection agentId={agentId} webhookKey={key} />
        <VerifySection />
      </ScrolledPage>
      <WebhookDialogs agentId={agentId} dialog={dialog} onClose={() => setDialog(null)} />
    </>
  );
}
