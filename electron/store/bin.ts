import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Counters } from './counters.ts';
import type { Undo } from './protocol.ts';
import type { SelectedRow } from './selecting.ts';

const windowRows = 500;
/** A deletion can be taken back for so long, unless Restante was closed in between. */
const keptMs = 60 * 60 * 1000;

/** A message that cannot be put back any more. */
export type GivenUp = Pick<SelectedRow, 'id' | 'agent'>;

/** What was deleted and may be taken back. It is in no list and no search; every method runs inside a transaction. */
export class Bin {
  readonly #database: DatabaseSync;
  readonly #counters: Counters;
  readonly #message: StatementSync;
  readonly #put: StatementSync;
  readonly #window: StatementSync;
  readonly #drop: StatementSync;

  constructor(database: DatabaseSync, counters: Counters) {
    this.#database = database;
    this.#counters = counters;
    this.#message = database.prepare('SELECT * FROM message WHERE seq = ?');
    this.#put = database.prepare(
      'INSERT INTO bin (seq, undo, deleted_at, agent, size, row) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#window = database.prepare(
      `SELECT seq, agent, row FROM bin WHERE undo = ? ORDER BY seq LIMIT ${windowRows}`,
    );
    this.#drop = database.prepare('DELETE FROM bin WHERE seq = ?');
  }

  /** Keeps a copy of the message's row, which is about to go. */
  put({ seq, agent, size }: SelectedRow, { undo, at }: Undo): void {
    const row = this.#message.get(seq);
    if (row !== undefined) {
      this.#put.run(seq, undo, at, agent, size, JSON.stringify(row));
    }
  }

  /**
   * Puts some messages of a deletion back to where they were, to be indexed again; answers with the agents' numbers,
   * one per message, none when nothing is left to put back.
   */
  takeSomeBack(undo: string): number[] {
    const insert = this.#inserting();
    return this.#window.all(undo).map((binned) => {
      const row = JSON.parse(String(binned['row'])) as Record<string, SQLInputValue>;
      insert({ ...row, state: 0 });
      this.#drop.run(Number(binned['seq']));
      const agent = Number(binned['agent']);
      this.#counters.add(agent, 1, row['read'] === 1 ? 0 : 1);
      return agent;
    });
  }

  /** Gives up what was deleted too long ago, and answers with it; `now` in milliseconds since the epoch. */
  giveUpOld(now: number): GivenUp[] {
    return this.#giveUp('deleted_at < ?', now - keptMs);
  }

  giveUpAgent(agent: number): GivenUp[] {
    return this.#giveUp('agent = ?', agent);
  }

  giveUpAll(): GivenUp[] {
    return this.#giveUp('seq > ?', 0);
  }

  #giveUp(condition: string, value: number): GivenUp[] {
    this.#database
      .prepare(`INSERT INTO trash (seq, size) SELECT seq, size FROM bin WHERE ${condition}`)
      .run(value);
    return this.#database
      .prepare(`DELETE FROM bin WHERE ${condition} RETURNING agent, row ->> 'id' AS id`)
      .all(value)
      .map(({ agent, id }) => ({ agent: Number(agent), id: String(id) }));
  }

  /** The columns are those of the row, so that it comes back whole whatever a message has. */
  #inserting(): (row: Record<string, SQLInputValue>) => void {
    let statement: StatementSync | undefined;
    return (row) => {
      const columns = Object.keys(row);
      statement ??= this.#database.prepare(
        `INSERT INTO message (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      statement.run(...Object.values(row));
    };
  }
}
