import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { mostTags } from '#shared/tag-name.ts';
import { folded } from './search-text.ts';

/** The tags of messages; every method runs inside a transaction. Tags differ by more than case and accents. */
export class Tags {
  readonly #number: StatementSync;
  readonly #make: StatementSync;
  readonly #count: StatementSync;
  readonly #add: StatementSync;
  readonly #remove: StatementSync;
  readonly #namesOf: StatementSync;
  readonly #rename: StatementSync;
  readonly #merge: StatementSync;
  readonly #drop: StatementSync;
  readonly #dropFromAll: StatementSync;

  constructor(database: DatabaseSync) {
    this.#number = database.prepare('SELECT number FROM tag WHERE folded = ?');
    this.#make = database.prepare('INSERT INTO tag (name, folded) VALUES (?, ?) RETURNING number');
    this.#count = database.prepare('SELECT count(*) AS count FROM message_tag WHERE seq = ?');
    this.#add = database.prepare('INSERT OR IGNORE INTO message_tag (tag, seq) VALUES (?, ?)');
    this.#remove = database.prepare('DELETE FROM message_tag WHERE tag = ? AND seq = ?');
    this.#namesOf = database.prepare(
      'SELECT name FROM message_tag JOIN tag ON tag.number = message_tag.tag WHERE seq = ?',
    );
    this.#rename = database.prepare('UPDATE tag SET name = ?, folded = ? WHERE number = ?');
    this.#merge = database.prepare('UPDATE OR IGNORE message_tag SET tag = ? WHERE tag = ?');
    this.#drop = database.prepare('DELETE FROM tag WHERE number = ?');
    this.#dropFromAll = database.prepare('DELETE FROM message_tag WHERE tag = ?');
  }

  /** False when the message has it already, or as many as it can have. */
  add(seq: number, name: string): boolean {
    if (Number(this.#count.get(seq)?.['count']) >= mostTags) {
      return false;
    }
    return this.#add.run(this.#numberOf(name), seq).changes === 1;
  }

  remove(seq: number, name: string): boolean {
    const number = this.#find(name);
    return number !== undefined && this.#remove.run(number, seq).changes === 1;
  }

  /** The message has these from now on, and no others. */
  replace(seq: number, names: readonly string[]): boolean {
    const wanted = new Set(names.map(folded));
    const before = this.#namesOf.all(seq).map((row) => String(row['name']));
    const removed = before.filter((name) => !wanted.has(folded(name)) && this.remove(seq, name));
    const added = names.filter((name) => this.add(seq, name));
    return removed.length + added.length > 0;
  }

  /** Gives a tag another name, or the messages the other tag where that is one already; false for an unknown tag. */
  rename(from: string, to: string): boolean {
    const number = this.#find(from);
    if (number === undefined) {
      return false;
    }
    const other = this.#find(to);
    if (other === undefined || other === number) {
      this.#rename.run(to, folded(to), number);
    } else {
      this.#merge.run(other, number);
      this.drop(from);
    }
    return true;
  }

  /** Takes a tag from all messages; false for an unknown one. */
  drop(name: string): boolean {
    const number = this.#find(name);
    if (number !== undefined) {
      this.#dropFromAll.run(number);
      this.#drop.run(number);
    }
    return number !== undefined;
  }

  #find(name: string): number | undefined {
    const number = this.#number.get(folded(name))?.['number'];
    return number === undefined ? undefined : Number(number);
  }

  #numberOf(name: string): number {
    return this.#find(name) ?? Number(this.#make.get(name, folded(name))?.['number']);
  }
}
