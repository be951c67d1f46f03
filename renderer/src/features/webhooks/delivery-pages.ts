import type { InfiniteData } from '@tanstack/react-query';
import type { WebhookDelivery } from '#shared/webhook.ts';

export interface DeliveryPage {
  readonly deliveries: readonly WebhookDelivery[];
  readonly next: string | null;
}

export type DeliveryPages = InfiniteData<DeliveryPage, string | null>;

/**
 * The pages with the newest state of a delivery: in its place, or on top when it is new. An answer that was overtaken
 * by what was announced since, and so knows of fewer attempts, changes nothing.
 */
export function withDelivery(data: DeliveryPages, delivery: WebhookDelivery): DeliveryPages {
  const isKnown = data.pages.some(({ deliveries }) => deliveries.some(({ id }) => id === delivery.id));
  return {
    ...data,
    pages: data.pages.map((page, at) => ({
      ...page,
      deliveries: isKnown
        ? page.deliveries.map((one) =>
            one.id === delivery.id && one.attempts <= delivery.attempts ? delivery : one,
          )
        : [...(at === 0 ? [delivery] : []), ...page.deliveries],
    })),
  };
}
