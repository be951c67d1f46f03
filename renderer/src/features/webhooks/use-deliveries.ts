import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { WebhookDelivery } from '#shared/webhook.ts';
import { call } from '../../api/client.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { FrameBatch } from '../../api/frame-batch.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { type DeliveryPage, type DeliveryPages, withDelivery } from './delivery-pages.ts';

interface Deliveries {
  readonly deliveries: readonly WebhookDelivery[];
  readonly loading: boolean;
  readonly error: Error | null;
  /** Undefined when there is no more. */
  readonly loadMore: (() => void) | undefined;
  /** Shows the newest state of one that this page asked for. */
  readonly keep: (delivery: WebhookDelivery) => void;
}

/** What was sent to an agent's webhooks, newest first: pages on demand, attempts as they end. */
export function useDeliveries(agentId: string): Deliveries {
  const client = useQueryClient();
  const queryKey = queryKeys.webhookDeliveries(agentId);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }): Promise<DeliveryPage> =>
      call(
        'listWebhookDeliveries',
        {
          params: { id: agentId },
          query: { limit: 50, ...(pageParam === null ? {} : { before: pageParam }) },
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const [batch] = useState(
    () =>
      new FrameBatch<WebhookDelivery>((ended) => {
        client.setQueryData<DeliveryPages>(queryKey, (known) => known && ended.reduce(withDelivery, known));
        for (const { id } of ended) {
          void client.invalidateQueries({ queryKey: queryKeys.webhookDelivery(id) });
        }
      }),
  );
  useEffect(() => () => batch.stop(), [batch]);
  useAppEvents((event) => {
    if (event.type === 'connected' || (event.type === 'webhooks.changed' && event.agentId === agentId)) {
      // A webhook that is gone took its deliveries along.
      void client.invalidateQueries({ queryKey });
    } else if (event.type === 'webhook.delivered' && event.delivery.agentId === agentId) {
      batch.add(event.delivery);
    }
  });
  const deliveries = useMemo(() => query.data?.pages.flatMap((page) => page.deliveries) ?? [], [query.data]);
  return {
    deliveries,
    loading: query.isPending,
    error: query.error,
    loadMore: query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined,
    keep: (delivery) => batch.add(delivery),
  };
}
