import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Ledger } from './ledger.ts';

/** A held mail whose HTML tells of opens and clicks. */
export interface TrackedMail {
  /** Stands in the addresses within the mail; nobody can guess it. */
  readonly token: string;
  readonly agentId: string;
  readonly messageId: string;
  /** Whose opens and clicks they are. */
  readonly recipient: string;
  /** The mail’s own links, in the order of their numbers. */
  readonly links: readonly string[];
}

export class TrackedMails {
  readonly #insert: StatementSync;
  readonly #find: StatementSync;
  readonly #ofMessage: StatementSync;

  constructor({ database }: Ledger) {
    this.#insert = database.prepare(
      'INSERT INTO tracked_mail (token, agent, message, recipient, links) VALUES (?, ?, ?, ?, ?)',
    );
    this.#find = database.prepare('SELECT * FROM tracked_mail WHERE token = ?');
    this.#ofMessage = database.prepare('SELECT * FROM tracked_mail WHERE message = ?');
  }

  add({ token, agentId, messageId, recipient, links }: TrackedMail): void {
    this.#insert.run(token, agentId, messageId, recipient, JSON.stringify(links));
  }

  find(token: string): TrackedMail | undefined {
    const row = this.#find.get(token);
    return row && trackedMailOf(row);
  }

  /** Undefined when the message is not tracked. */
  ofMessage(messageId: string): TrackedMail | undefined {
    const row = this.#ofMessage.get(messageId);
    return row && trackedMailOf(row);
  }
}

function trackedMailOf(row: Record<string, SQLOutputValue>): TrackedMail {
  return {
    token: String(row['token']),
    agentId: String(row['agent']),
    messageId: String(row['message']),
    recipient: String(row['recipient']),
    links: JSON.parse(String(row['links'])) as string[],
  };
}
