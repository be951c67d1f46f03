import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';

/** What was played, what is planned, and what is tracked. */
const tables = ['outcome', 'planned_outcome', 'tracked_mail'] as const;

/** What is kept of messages beside the mail, to go with them. */
export class KeptOfMessages {
  readonly #all: StatementSync;
  readonly #ofAgent: StatementSync;
  readonly #forget: readonly StatementSync[];

  constructor({ database }: { readonly database: DatabaseSync }) {
    const messages = (where: string): string =>
      tables.map((table) => `SELECT message FROM ${table} ${where}`).join(' UNION ');
    this.#all = database.prepare(messages(''));
    this.#ofAgent = database.prepare(messages('WHERE agent = :agent'));
    this.#forget = tables.map((table) => database.prepare(`DELETE FROM ${table} WHERE message = ?`));
  }

  /** The messages of which anything is kept; of one agent, or of all. */
  messages(agentId?: string): string[] {
    const rows = agentId === undefined ? this.#all.all() : this.#ofAgent.all({ agent: agentId });
    return rows.map(({ message }: Record<string, SQLOutputValue>) => String(message));
  }

  forget(messageId: string): void {
    this.#forget.forEach((statement) => statement.run(messageId));
  }
}
