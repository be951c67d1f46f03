import { z } from 'zod';
import {
  createWebhookSchema,
  patchWebhookSchema,
  webhookDeliveryDetailSchema,
  webhookDeliverySchema,
  webhookEventSchema,
  webhookKeySchema,
  webhookSchema,
} from '../webhook.ts';
import type { Endpoint } from './endpoint.ts';

const id = z.object({ id: z.string() });
const ofWebhook = id.extend({ webhookId: z.string() });

export const webhooksApi = {
  listWebhooks: {
    method: 'GET',
    path: '/api/agents/:id/webhooks',
    summary: 'The webhooks of an agent, oldest first',
    params: id,
    status: 200,
    response: z.object({ webhooks: z.array(webhookSchema) }),
  },
  createWebhook: {
    method: 'POST',
    path: '/api/agents/:id/webhooks',
    summary: 'Add a webhook; only its address is needed',
    params: id,
    body: createWebhookSchema,
    status: 201,
    response: webhookSchema,
  },
  patchWebhook: {
    method: 'PATCH',
    path: '/api/agents/:id/webhooks/:webhookId',
    summary: 'Change a webhook; what is left out stays',
    params: ofWebhook,
    body: patchWebhookSchema,
    status: 200,
    response: webhookSchema,
  },
  deleteWebhook: {
    method: 'DELETE',
    path: '/api/agents/:id/webhooks/:webhookId',
    summary: 'Delete a webhook with its deliveries',
    params: ofWebhook,
    status: 204,
  },
  testWebhook: {
    method: 'POST',
    path: '/api/agents/:id/webhooks/:webhookId/test',
    summary: 'Send a sample of an event, once; the event webhook.delivered tells how it ended',
    params: ofWebhook,
    body: z.strictObject({ event: webhookEventSchema }),
    status: 201,
    response: webhookDeliverySchema,
  },
  listWebhookDeliveries: {
    method: 'GET',
    path: '/api/agents/:id/webhook-deliveries',
    summary: 'What was sent to the webhooks of an agent, newest first',
    params: id,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(50),
      before: z.string().optional(),
    }),
    status: 200,
    response: z.object({ deliveries: z.array(webhookDeliverySchema), next: z.string().nullable() }),
  },
  getWebhookDelivery: {
    method: 'GET',
    path: '/api/webhook-deliveries/:id',
    summary: 'One delivery with every request and response',
    params: id,
    status: 200,
    response: webhookDeliveryDetailSchema,
  },
  redeliverWebhook: {
    method: 'POST',
    path: '/api/webhook-deliveries/:id/redeliver',
    summary: 'Send a delivery again, now and once; the event webhook.delivered tells how it ended',
    params: id,
    status: 200,
    response: webhookDeliverySchema,
  },
  getWebhookKey: {
    method: 'GET',
    path: '/api/agents/:id/webhook-key',
    summary: 'The Authentication Key that signs what the webhooks of an agent are sent',
    params: id,
    status: 200,
    response: webhookKeySchema,
  },
  rotateWebhookKey: {
    method: 'POST',
    path: '/api/agents/:id/webhook-key',
    summary: 'Replace the Authentication Key by a new one',
    params: id,
    status: 200,
    response: webhookKeySchema,
  },
} as const satisfies Record<string, Endpoint>;
