import type { MessageDetail } from '#shared/message.ts';

/** Addresses compare without regard to case: mailboxes that differ by case alone are one in practice. */
export function addressKey(address: string): string {
  return address.trim().replace(/^<|>$/g, '').toLowerCase();
}

/** Who the envelope names and no header does: blind copies, in the order of RCPT TO. */
export function hiddenRecipients(
  message: Pick<MessageDetail, 'envelope' | 'to' | 'cc' | 'bcc'>,
): readonly string[] {
  const shown = new Set(
    [...message.to, ...message.cc, ...message.bcc].map(({ address }) => addressKey(address)),
  );
  const hidden = new Map<string, string>();
  for (const recipient of message.envelope.rcptTo) {
    const key = addressKey(recipient);
    if (!shown.has(key) && !hidden.has(key)) {
      hidden.set(key, recipient);
    }
  }
  return [...hidden.values()];
}
