import type { Address, MessageDoor, MessageSummary } from '#shared/message.ts';

/** The short word for the door that a message came by. */
export function doorWord(door: MessageDoor): 'SMTP' | 'API' | 'File' {
  if (door === 'import') {
    return 'File';
  }
  return door === 'smtp' || door === 'smtps' ? 'SMTP' : 'API';
}

/** The door in full, for tooltips and screen readers. */
export const doorNames: Readonly<Record<MessageDoor, string>> = {
  smtp: 'SMTP',
  smtps: 'SMTP over TLS',
  api: 'API over HTTP',
  apis: 'API over HTTPS',
  import: 'Imported from a file',
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

/** Made once for each way of writing and language: making them is what costs. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(time: Date, options: Intl.DateTimeFormatOptions, locale: string | undefined): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known.format(time);
}

/** The time of a row: the clock today, the weekday within a week, else the date. */
export function timeWords(receivedAt: string, now: Date, locale?: string): string {
  const time = new Date(receivedAt);
  const midnight = new Date(now);
  midnight.setHours(0, 0, 0, 0);
  const days = (midnight.getTime() - time.getTime()) / 86_400_000;
  if (days <= 0) {
    return format(time, { hour: '2-digit', minute: '2-digit' }, locale);
  }
  if (days <= 6) {
    return format(time, { weekday: 'short' }, locale);
  }
  return time.getFullYear() === now.getFullYear()
    ? format(time, { day: 'numeric', month: 'short' }, locale)
    : format(time, { day: 'numeric', month: 'short', year: '2-digit' }, locale);
}

/** `1 message`, `2,000 messages`. */
export function countWords(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
