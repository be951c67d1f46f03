import { useQueryClient } from '@tanstack/react-query';
import type { Webhook } from '#shared/webhook.ts';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { WebhookEditor } from './WebhookEditor.tsx';

export type WebhookDialog =
  | { readonly type: 'create' }
  | { readonly type: 'edit' | 'delete'; readonly webhook: Webhook };

interface WebhookDialogsProps {
  readonly agentId: string;
  readonly dialog: WebhookDialog | null;
  readonly onClose: () => void;
}

/** Adding, changing and deleting a webhook. */
export function WebhookDialogs({ agentId, dialog, onClose }: WebhookDialogsProps) {
  const client = useQueryClient();
  const doomed = dialog?.type === 'delete' ? dialog.webhook : undefined;
  const edited = dialog?.type === 'edit' ? dialog.webhook : undefined;

  async function remove(): Promise<void> {
    if (doomed) {
      await call('deleteWebhook', { params: { id: agentId, webhookId: doomed.id } });
      await client.invalidateQueries({ queryKey: queryKeys.webhooksOf(agentId) });
    }
  }
  return (
    <>
      <Dialog
        opened={dialog?.type === 'create' || edited !== undefined}
        onClose={onClose}
        title={edited ? 'Edit webhook' : 'Add webhook'}
        size={560}
      >
        <WebhookEditor agentId={agentId} webhook={edited} onDone={onClose} />
      </Dialog>
      <ConfirmDialog
        opened={doomed !== undefined}
        title="Delete this webhook?"
        action="Delete webhook"
        onConfirm={remove}
        onClose={onClose}
        focusAfter={() => document.getElementById('add-webhook')}
      >
        What was sent to {doomed?.url} goes with it, and what still waits is not sent.
      </ConfirmDialog>
    </>
  );
}
