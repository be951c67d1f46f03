import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Row } from './rows.ts';

/** The statements that are asked again and again, each prepared once. */
export class KeptStatements {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  prepare(sql: string): StatementSync {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  get(sql: string, ...values: (string | number)[]): Row | undefined {
    return this.prepare(sql).get(...values);
  }
}
