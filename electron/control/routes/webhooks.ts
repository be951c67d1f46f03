import { controlApi } from '#shared/control-api/contract.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import type { Route } from '../endpoint-route.ts';

/** Webhooks, what was sent to them, and the key that signs it. */
export function addWebhookRoutes(
  route: Route,
  { webhooks, agents }: Pick<PostOffice, 'webhooks' | 'agents'>,
): void {
  /** @throws RestanteError `agent.not-found` */
  function agentId({ id }: { readonly id: string }): string {
    return agents.get(id).id;
  }

  route(controlApi.listWebhooks, ({ params }) => ({ webhooks: webhooks.list(agentId(params)) }));
  route(controlApi.createWebhook, ({ params, body }) => webhooks.create(agentId(params), body));
  route(controlApi.patchWebhook, ({ params, body }) =>
    webhooks.patch(agentId(params), params.webhookId, body),
  );
  route(controlApi.deleteWebhook, ({ params }) => webhooks.delete(agentId(params), params.webhookId));
  route(controlApi.testWebhook, ({ params, body }) =>
    webhooks.test(agentId(params), params.webhookId, body.event),
  );
  route(controlApi.listWebhookDeliveries, ({ params, query }) => webhooks.deliveries(agentId(params), query));
  route(controlApi.getWebhookDelivery, ({ params }) => webhooks.delivery(params.id));
  route(controlApi.redeliverWebhook, ({ params }) => webhooks.redeliver(params.id));
  route(controlApi.getWebhookKey, ({ params }) => webhooks.key(agentId(params)));
  route(controlApi.rotateWebhookKey, ({ params }) => webhooks.rotateKey(agentId(params)));
}
