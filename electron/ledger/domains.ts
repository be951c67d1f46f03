import type { StatementSync } from 'node:sqlite';
import type { Ledger } from './ledger.ts';

/** A domain as the management API added it. */
export interface AccountDomain {
  readonly name: string;
  /** The first label of the bounce address's sub-domain. */
  readonly subDomainPrefix: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** It stays when the domain is renamed; null: it is made from the name. */
  readonly key: string | null;
}

/** What is known of a domain beside the agents that name it. */
export class Domains {
  readonly #all: StatementSync;
  readonly #put: StatementSync;
  readonly #delete: StatementSync;

  constructor({ database }: Pick<Ledger, 'database'>) {
    this.#all = database.prepare('SELECT * FROM account_domain ORDER BY created_at, name');
    this.#put = database.prepare('INSERT OR REPLACE INTO account_domain VALUES (?, ?, ?, ?)');
    this.#delete = database.prepare('DELETE FROM account_domain WHERE name = ?');
  }

  /** The oldest first. */
  list(): AccountDomain[] {
    return this.#all.all().map((row) => ({
      name: String(row['name']),
      subDomainPrefix: String(row['sub_domain_prefix']),
      createdAt: Number(row['created_at']),
      key: row['key'] === null ? null : String(row['key']),
    }));
  }

  put({ name, subDomainPrefix, createdAt, key }: AccountDomain): void {
    this.#put.run(name, subDomainPrefix, createdAt, key);
  }

  delete(name: string): void {
    this.#delete.run(name);
  }
}
