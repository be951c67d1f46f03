import type { Webhook } from '#shared/webhook.ts';
import { producerSignature } from './signature.ts';

/** A request as it goes over the wire. */
export interface WebhookRequest {
  readonly url: string;
  /** All of them, in their order on the wire. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/**
 * What is sent. As the body's JSON, or as a form with the JSON in one field: Zoho's Java sample decodes such a body
 * and takes what follows the first `=`. Signed is the JSON in both. The media types and the User-Agent are assumed.
 */
export function requestOf(webhook: Webhook, key: string, payload: string, now: Date): WebhookRequest {
  const isForm = webhook.body === 'form';
  const body = isForm ? `${webhook.formField}=${encodeURIComponent(payload)}` : payload;
  const { header } = webhook;
  return {
    url: webhook.url,
    headers: [
      ['Host', new URL(webhook.url).host],
      ['User-Agent', 'Restante'],
      ['Content-Type', isForm ? 'application/x-www-form-urlencoded' : 'application/json'],
      ['Content-Length', String(Buffer.byteLength(body))],
      ['producer-signature', producerSignature(key, payload, now)],
      ...(header === null ? [] : [[header.name, header.value] as const]),
      ['Connection', 'close'],
    ],
    body,
  };
}
