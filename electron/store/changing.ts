import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Counters } from './counters.ts';
import type { MessageChange } from './protocol.ts';
import type { SelectedRow } from './selecting.ts';
import type { Tags } from './tags.ts';

/** Marks, stars, tags and notes of messages; runs inside a transaction. */
export class Changing {
  readonly #counters: Counters;
  readonly #tags: Tags;
  readonly #read: StatementSync;
  readonly #star: StatementSync;
  readonly #note: StatementSync;

  constructor(database: DatabaseSync, counters: Counters, tags: Tags) {
    this.#counters = counters;
    this.#tags = tags;
    this.#read = database.prepare('UPDATE message SET read = ?1 WHERE seq = ?2 AND read <> ?1');
    this.#star = database.prepare('UPDATE message SET starred = ?1 WHERE seq = ?2 AND starred <> ?1');
    this.#note = database.prepare('UPDATE message SET note = ?1 WHERE seq = ?2 AND note IS NOT ?1');
  }

  /** Whether the message is another than before. */
  change({ seq, agent }: SelectedRow, change: MessageChange): boolean {
    const { read, starred, note, tags, addTags = [], removeTags = [] } = change;
    const marked = read !== undefined && this.#read.run(read ? 1 : 0, seq).changes === 1;
    if (marked) {
      this.#counters.add(agent, 0, read ? -1 : 1);
    }
    const changes = [
      marked,
      starred !== undefined && this.#star.run(starred ? 1 : 0, seq).changes === 1,
      note !== undefined && this.#note.run(note === '' ? null : note, seq).changes === 1,
      tags !== undefined && this.#tags.replace(seq, tags),
      ...removeTags.map((name) => this.#tags.remove(seq, name)),
      ...addTags.map((name) => this.#tags.add(seq, name)),
    ];
    return changes.includes(true);
  }
}
