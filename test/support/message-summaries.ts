import type { MessageSummary } from '#shared/message.ts';

export const agentA = '019376a0-0000-7000-8000-00000000000a';
export const agentB = '019376a0-0000-7000-8000-00000000000b';

/** A message of the list; the higher its number, the newer it is. */
export function messageSummary(number: number, changes: Partial<MessageSummary> = {}): MessageSummary {
  return {
    id: messageId(number),
    agentId: agentA,
    door: 'smtp',
    receivedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, number)).toISOString(),
    size: 2048,
    index: 'done',
    read: false,
    from: { address: 'ada@example.com', name: 'Ada' },
    to: [{ address: 'grace@example.com', name: 'Grace' }],
    subject: `Subject ${number}`,
    snippet: 'The first words',
    code: null,
    attachmentCount: 0,
    verdictCount: 0,
    starred: false,
    tags: [],
    note: null,
    ...changes,
  };
}

export function messageId(number: number): string {
  return `019376a0-0000-7000-9000-${String(number).padStart(12, '0')}`;
}
