import type { MessageDetail } from '#shared/message.ts';

type ReferredMail = Pick<
  MessageDetail,
  'id' | 'door' | 'receivedAt' | 'from' | 'envelope' | 'messageId' | 'sending'
>;

/** A mail's request id, the same in the log, in webhooks and in the message itself. */
export function requestIdOf(
  { id, receivedAt, sending }: Pick<ReferredMail, 'id' | 'receivedAt' | 'sending'>,
  agentKey: string,
): string {
  // Mail by SMTP that an older Restante held has none.
  return sending?.requestId ?? `2d6f.${agentKey}.m1.${id}.${Date.parse(receivedAt).toString(16)}`;
}

/**
 * A mail's `email_reference`, `<request id>@<domain>`. The Message-ID of a mail by the API is made of it, and tells the
 * mails of a batch apart; of a mail by SMTP the Message-ID is the application's own.
 */
export function referenceOf(message: ReferredMail, agentKey: string): string {
  const { door, messageId, from, envelope } = message;
  if (messageId !== null && (door === 'api' || door === 'apis')) {
    return withoutBrackets(messageId);
  }
  const sender = from?.address ?? envelope.mailFrom ?? '';
  return `${requestIdOf(message, agentKey)}@${sender.slice(sender.lastIndexOf('@') + 1)}`;
}

/** A Message-ID without its angle brackets. */
export function withoutBrackets(text: string): string {
  return text.trim().replace(/^<|>$/g, '');
}
