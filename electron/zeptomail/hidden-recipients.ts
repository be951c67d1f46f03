import type { Address, MessageDetail } from '#shared/message.ts';

type Mail = Pick<MessageDetail, 'envelope' | 'to' | 'cc' | 'bcc' | 'sending'>;

/** Who was addressed and stands in neither To nor Cc: by name where the send or the mail names them, and whom only the envelope has. */
export function hiddenRecipients({ envelope, to, cc, bcc, sending }: Mail): Address[] {
  const listed = [...bcc, ...(sending?.bcc ?? [])];
  const known = new Set([...to, ...cc, ...listed].map(({ address }) => address.toLowerCase()));
  const hidden = envelope.rcptTo.filter((address) => !known.has(address.toLowerCase()));
  return [...listed, ...hidden.map((address) => ({ address, name: '' }))];
}
