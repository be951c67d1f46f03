import type { WebhookEvent } from '#shared/webhook.ts';
import type { Happening } from './event-data.ts';
import type { TellableMessage } from './payload.ts';

/** A message that nobody sent, for the samples that “send test” posts. */
export function sampleMessage(id: string, requestId: string, now: Date): TellableMessage {
  return {
    id,
    door: 'api',
    receivedAt: now.toISOString(),
    envelope: { mailFrom: 'bounce@bounce.example.com', rcptTo: ['jane@example.org'] },
    from: { address: 'shop@example.com', name: 'Example Shop' },
    to: [{ address: 'jane@example.org', name: 'Jane Doe' }],
    cc: [],
    bcc: [],
    messageId: `<${requestId}@example.com>`,
    replyTo: [{ address: 'help@example.com', name: 'Help' }],
    subject: 'Your order is on its way',
    sending: {
      requestId,
      clientReference: 'sample-1234',
      trackOpens: true,
      trackClicks: true,
      template: null,
      missingVariables: [],
      skipped: [],
    },
  };
}

/** The hard bounce is that of ZeptoMail's sample. */
const bounces: Partial<Record<WebhookEvent, readonly [category: string, diagnostic: string]>> = {
  softbounce: ['mailbox-full', '452 4.2.2 The mailbox is full'],
  hardbounce: ['relaying-issues', 'bad-mailbox'],
};

/** What the sample of an event tells. */
export function sampleHappening(event: WebhookEvent, now: Date): Happening {
  const [category, diagnostic] = bounces[event] ?? [null, null];
  return {
    recipient: 'jane@example.org',
    at: now.toISOString(),
    category,
    diagnostic,
    link: 'https://example.com/orders/1234',
    userAgent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
  };
}
