import type { WebhookDelivery, WebhookEvent } from '#shared/webhook.ts';

/** What ZeptoMail's console calls each event. */
export const eventLabels: Readonly<Record<WebhookEvent, string>> = {
  email_delivery: 'Delivered',
  softbounce: 'Soft bounced',
  hardbounce: 'Hard bounced',
  email_open: 'Opened',
  email_link_click: 'Clicked',
  fbl_compliant: 'Feedback loop',
};

/** How a delivery stands, in a few words. */
export function stateWords({ state, status, problem, nextAttemptAt }: WebhookDelivery): string {
  const answer = status === null ? '' : ` ${status}`;
  switch (state) {
    case 'delivered':
      return `Delivered${answer}`;
    case 'failed':
      return `Failed${answer}`;
    case 'waiting':
      return problem === null || nextAttemptAt === null
        ? 'Waiting'
        : `Failed${answer}, again at ${new Date(nextAttemptAt).toLocaleTimeString(undefined, { timeStyle: 'medium' })}`;
  }
}
