import { z } from 'zod';

/** `perAgent`: assumed, ZeptoMail says “several”. The lengths are ours. */
export const webhookLimits = { perAgent: 20, urlLength: 2000, headerLength: 2000 } as const;

/** The events of ZeptoMail's webhooks by the names that the payloads carry (help/webhooks.html; `fbl_compliant` sic). */
export const webhookEvents = [
  'email_delivery',
  'softbounce',
  'hardbounce',
  'email_open',
  'email_link_click',
  'fbl_compliant',
] as const;
export const webhookEventSchema = z.enum(webhookEvents);
export type WebhookEvent = z.infer<typeof webhookEventSchema>;

/** An address to call; whether it may lie beyond this machine is decided when it is called, by what it resolves to. */
const webhookUrlSchema = z
  .url({ protocol: /^https?$/, error: 'This is no address that begins with http:// or https://.' })
  .max(webhookLimits.urlLength, 'The address is too long.')
  .refine((url) => !/^\w+:[/\\]*[^/?#\\]*@/.test(url), {
    message: 'An address with a user and password is not called. Put them into a header field.',
  });

/** What the request itself needs, or is about, is not the person's to replace. */
const ownHeaders =
  /^(?:host|connection|content-length|content-type|transfer-encoding|upgrade|expect|te|trailer|user-agent|producer-signature)$/i;

/** One header field that the person adds, as ZeptoMail's form offers it. */
const webhookHeaderSchema = z.strictObject({
  name: z
    .string()
    .max(100)
    .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'This is no name of a header field.')
    .refine((name) => !ownHeaders.test(name), {
      message: 'This header field belongs to the request itself.',
    }),
  value: z
    .string()
    .max(webhookLimits.headerLength)
    .regex(/^[\t\x20-\x7e]*$/, 'The value of a header field is one line of ASCII.'),
});

export const webhookSchema = z.object({
  id: z.uuid(),
  agentId: z.uuid(),
  url: webhookUrlSchema,
  /** Which events are sent; those of others are passed over. */
  events: z.array(webhookEventSchema).min(1, 'Choose at least one event.').max(webhookEvents.length),
  /** A paused webhook takes no new events; what waited goes on when it is on again. */
  enabled: z.boolean(),
  /** `json`: the payload is the body. `form`: the body is `<formField>=<payload>`, as Zoho's Java sample reads it. */
  body: z.enum(['json', 'form']),
  formField: z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/, 'Letters, digits, “_”, “.” and “-” only.'),
  header: webhookHeaderSchema.nullable(),
  /** Without it nothing but loopback is ever connected to. */
  allowRemote: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Webhook = z.infer<typeof webhookSchema>;

const { url, events, enabled, body, formField, header, allowRemote } = webhookSchema.shape;

export const createWebhookSchema = z.strictObject({
  url,
  events: events.default([...webhookEvents]),
  enabled: enabled.default(true),
  body: body.default('json'),
  // Assumed: the sample never names the field.
  formField: formField.default('payload'),
  header: header.default(null),
  allowRemote: allowRemote.default(false),
});
export type CreateWebhook = z.output<typeof createWebhookSchema>;

export const patchWebhookSchema = z
  .strictObject({ url, events, enabled, body, formField, header, allowRemote })
  .partial();
export type PatchWebhook = z.infer<typeof patchWebhookSchema>;

/** The agent's Authentication Key, with which the payloads of all its webhooks are signed. */
export const webhookKeySchema = z.object({ key: z.string(), createdAt: z.iso.datetime() });
export type WebhookKey = z.infer<typeof webhookKeySchema>;

/** One event on its way to one webhook. */
export const webhookDeliverySchema = z.object({
  id: z.uuid(),
  agentId: z.uuid(),
  webhookId: z.uuid(),
  event: webhookEventSchema,
  cause: z.enum(['outcome', 'test']),
  /** The address at the last attempt; the webhook's own before the first. */
  url: z.string(),
  messageId: z.uuid().nullable(),
  recipient: z.string().nullable(),
  /** Waiting for its first or next attempt; answered with 2xx; given up. */
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.number().int(),
  /** Of the last attempt: HTTP status, milliseconds, and what went wrong in words. */
  status: z.number().int().nullable(),
  durationMs: z.number().int().nullable(),
  problem: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastAttemptAt: z.iso.datetime().nullable(),
  nextAttemptAt: z.iso.datetime().nullable(),
});
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;

const headerPairSchema = z.tuple([z.string(), z.string()]);

/** One request and what came back, as they went over the wire. */
export const webhookAttemptSchema = z.object({
  number: z.number().int(),
  at: z.iso.datetime(),
  durationMs: z.number().int(),
  request: z.object({ url: z.string(), headers: z.array(headerPairSchema), body: z.string() }),
  /** Null when there was none. At most 64 KB of its body are kept. */
  response: z
    .object({
      status: z.number().int(),
      headers: z.array(headerPairSchema),
      body: z.string(),
      truncated: z.boolean(),
    })
    .nullable(),
  problem: z.string().nullable(),
});
export type WebhookAttempt = z.infer<typeof webhookAttemptSchema>;

export const webhookDeliveryDetailSchema = webhookDeliverySchema.extend({
  /** Oldest first. */
  attemptLog: z.array(webhookAttemptSchema),
});
export type WebhookDeliveryDetail = z.infer<typeof webhookDeliveryDetailSchema>;
