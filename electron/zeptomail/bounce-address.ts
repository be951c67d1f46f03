import type { MessageDetail } from '#shared/message.ts';

/**
 * Where a mail's bounces go, as the log and webhooks tell it: the bounce address of the send; assumed for all others:
 * `bounce@bounce.<domain>`, as the sample has it.
 */
export function bounceAddressOf({ envelope, from }: Pick<MessageDetail, 'envelope' | 'from'>): string {
  const { mailFrom } = envelope;
  const sender = from?.address ?? mailFrom ?? '';
  if (mailFrom !== null && mailFrom !== '' && mailFrom !== sender) {
    return mailFrom;
  }
  return sender === '' ? '' : `bounce@bounce.${sender.slice(sender.lastIndexOf('@') + 1)}`;
}
