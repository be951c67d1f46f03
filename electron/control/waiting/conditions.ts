import type { MessageSummary } from '#shared/message.ts';
import type { WaitCondition } from '#shared/waiting.ts';

export interface Conditions {
  readonly agentId?: string | undefined;
  readonly to?: string | undefined;
  readonly from?: string | undefined;
  readonly subject?: string | undefined;
  readonly q?: string | undefined;
}

/** A message that came, and what is not in its summary. */
export interface Arrival {
  readonly message: MessageSummary;
  /** Of the envelope. */
  readonly recipients: readonly string[];
  /** Whether the search of the conditions finds it. */
  readonly found: boolean;
}

/** The conditions that a message does not meet, in the order in which people name them. */
export function missedBy(conditions: Conditions, { message, recipients, found }: Arrival): WaitCondition[] {
  const { agentId, to, from, subject, q } = conditions;
  const addressees = [...message.to.flatMap(({ address, name }) => [address, name]), ...recipients];
  const senders = message.from === null ? [] : [message.from.address, message.from.name];
  const met: Record<WaitCondition, boolean> = {
    agent: agentId === undefined || message.agentId === agentId,
    to: to === undefined || addressees.some((addressee) => isMeant(to, addressee)),
    from: from === undefined || senders.some((sender) => isMeant(from, sender)),
    subject: subject === undefined || comparable(message.subject).includes(comparable(subject)),
    q: q === undefined || found,
  };
  return (Object.keys(met) as WaitCondition[]).filter((condition) => !met[condition]);
}

/** A whole address means just that one, `@example.com` all of a domain, other words a part of an address or name. */
function isMeant(wanted: string, given: string): boolean {
  const [want, have] = [comparable(wanted), comparable(given)];
  if (want.startsWith('@')) {
    return have.endsWith(want);
  }
  // In a query string an unescaped + is a blank, which no address has.
  return want.includes('@') ? have === want.replaceAll(' ', '+') : have.includes(want);
}

function comparable(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
