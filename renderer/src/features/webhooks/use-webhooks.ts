import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Webhook, WebhookKey } from '#shared/webhook.ts';
import { call } from '../../api/client.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { queryKeys } from '../../api/query-keys.ts';

interface AgentWebhooks {
  /** Undefined until they are known. */
  readonly webhooks: readonly Webhook[] | undefined;
  readonly key: WebhookKey | undefined;
  readonly error: Error | null;
}

/** The webhooks of an agent and the key that signs for them, as they are now. */
export function useWebhooks(agentId: string): AgentWebhooks {
  const client = useQueryClient();
  const params = { id: agentId };
  const list = useQuery({
    queryKey: queryKeys.webhooks(agentId),
    queryFn: async ({ signal }) => (await call('listWebhooks', { params }, { signal })).webhooks,
  });
  const key = useQuery({
    queryKey: queryKeys.webhookKey(agentId),
    queryFn: ({ signal }) => call('getWebhookKey', { params }, { signal }),
  });
  useAppEvents((event) => {
    if (event.type === 'connected' || (event.type === 'webhooks.changed' && event.agentId === agentId)) {
      void client.invalidateQueries({ queryKey: queryKeys.webhooksOf(agentId) });
    }
  });
  return { webhooks: list.data, key: key.data, error: list.error ?? key.error };
}
