import type { SQLOutputValue } from 'node:sqlite';
import type { Address, Envelope, MessageDoor, MessageSummary, Sending } from '#shared/message.ts';
import type { Verdict } from '#shared/verdict.ts';
import type { WrittenSession } from './kept-session.ts';

/** No zod here: what these rows hold was checked at the doors, and each worker thread would pay 10 MB for it. */
export type Row = Record<string, SQLOutputValue>;

/** `message.state` in the database. */
export const indexStates = ['pending', 'done', 'failed'] as const;

/** The columns of a summary; `owner` is the agent's id. */
export const summaryColumns = `message.seq, message.id, (SELECT id FROM agent WHERE number = message.agent) AS owner, message.door,
  message.received_at, message.size, message.state, message.read, message.from_address, message.from_name,
  message.recipients, message.subject, message.snippet, message.code, message.attachments, message.verdicts,
  message.starred, message.note, (SELECT json_group_array(tag.name ORDER BY tag.folded) FROM message_tag JOIN tag ON tag.number = message_tag.tag
    WHERE message_tag.seq = message.seq) AS tags`;

/** What is written once beside the raw bytes, as JSON. */
export interface ParcelFacts {
  readonly envelope: Envelope;
  readonly session: WrittenSession;
  readonly verdicts: readonly Verdict[];
  readonly sending?: Sending | undefined;
}

/** A list's row out of its database row. */
export function summaryOf(row: Row): MessageSummary {
  const address = row['from_address'];
  return {
    id: String(row['id']),
    agentId: String(row['owner']),
    door: doorOf(row['door']),
    receivedAt: new Date(Number(row['received_at'])).toISOString(),
    size: Number(row['size']),
    index: indexStates[Number(row['state'])] ?? 'failed',
    read: row['read'] === 1,
    from: typeof address === 'string' ? { address, name: String(row['from_name'] ?? '') } : null,
    to: addressesOf(String(row['recipients'])),
    subject: String(row['subject']),
    snippet: String(row['snippet']),
    code: typeof row['code'] === 'string' ? row['code'] : null,
    attachmentCount: Number(row['attachments']),
    verdictCount: Number(row['verdicts']),
    starred: row['starred'] === 1,
    tags: JSON.parse(String(row['tags'])) as string[],
    note: typeof row['note'] === 'string' ? row['note'] : null,
  };
}

/** Addresses as they are kept in `message.recipients`. */
export function packAddresses(addresses: readonly Address[]): string {
  return JSON.stringify(addresses.map(({ address, name }) => [address, name]));
}

function addressesOf(packed: string): Address[] {
  const pairs = JSON.parse(packed) as [string, string][];
  return pairs.map(([address, name]) => ({ address, name }));
}

function doorOf(value: SQLOutputValue | undefined): MessageDoor {
  switch (value) {
    case 'smtp':
    case 'smtps':
    case 'api':
    case 'apis':
    case 'import':
      return value;
    default:
      throw new Error(`The store names an unknown door: ${String(value)}`);
  }
}

/** The facts of a parcel; they were written by us and are not checked again. */
export function factsOf(json: string): ParcelFacts {
  return JSON.parse(json) as ParcelFacts;
}
