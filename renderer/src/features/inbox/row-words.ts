import type { ChannelName } from '#shared/agent.ts';
import type { Address, MessageSummary } from '#shared/message.ts';

/** The short word for the door that a message came by. */
export function doorWord(door: ChannelName): 'SMTP' | 'API' {
  return door === 'smtp' || door === 'smtps' ? 'SMTP' : 'API';
}

/** The door in full, for tooltips and screen readers. */
export const doorNames: Readonly<Record<ChannelName, string>> = {
  smtp: 'SMTP',
  smtps: 'SMTP over TLS',
  api: 'API over HTTP',
  apis: 'API over HTTPS',
};

/** Who wrote it: the name, else the address. */
export function senderWords(from: Address | null): string {
  return from?.name.trim() || from?.address || 'No sender';
}

/** Whom it is for: the first address and how many more. */
export function recipientWords(to: readonly Address[]): string {
  const first = to[0];
  if (!first) {
    return '';
  }
  const more = to.length > 1 ? ` +${to.length - 1}` : '';
  return `${first.address || first.name}${more}`;
}

export function subjectWords(message: Pick<MessageSummary, 'subject' | 'index'>): string {
  return message.subject.trim() || (message.index === 'pending' ? 'Reading…' : 'No subject');
}

/** The time of a row: the clock today, the weekday within a week, else the date. */
export function timeWords(receivedAt: string, now: Date, locale?: string): string {
  const time = new Date(receivedAt);
  const midnight = new Date(now);
  midnight.setHours(0, 0, 0, 0);
  const days = (midnight.getTime() - time.getTime()) / 86_400_000;
  if (days <= 0) {
    return time.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
  }
  if (days <= 6) {
    return time.toLocaleDateString(locale, { weekday: 'short' });
  }
  return time.getFullYear() === now.getFullYear()
    ? time.toLocaleDateString(locale, { day: 'numeric', month: 'short' })
    : time.toLocaleDateString(locale, { day: 'numeric', month: 'short', year: '2-digit' });
}

/** What a screen reader says of a row. */
export function rowLabel(message: MessageSummary, agentName: string | undefined): string {
  const facts = [
    message.read ? undefined : 'Unread',
    senderWords(message.from),
    subjectWords(message),
    message.to.length > 0 ? `to ${recipientWords(message.to)}` : undefined,
    new Date(message.receivedAt).toLocaleString(),
    `by ${doorNames[message.door]}`,
    agentName === undefined ? undefined : `at ${agentName}`,
    message.attachmentCount > 0 ? countWords(message.attachmentCount, 'attachment') : undefined,
    message.verdictCount > 0 ? 'production would have refused it' : undefined,
    message.index === 'failed' ? 'could not be read whole' : undefined,
  ];
  return facts.filter((fact) => fact !== undefined).join(', ');
}

/** `1 message`, `2,000 messages`. */
export function countWords(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
