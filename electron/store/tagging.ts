import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Search } from '#shared/search/search.ts';
import type { Tagging } from '#shared/tag.ts';
import { foundBy } from './found.ts';
import type { FoundTags } from './protocol.ts';

/** Which tags an agent's messages get by themselves. The search beside each rule is its `q`, read when it was made. */
export interface KeptTagging {
  readonly fromHeader: boolean;
  readonly fromAddress: boolean;
  readonly rules: readonly { readonly q: string; readonly tag: string; readonly search: Search }[];
}

interface Rule {
  readonly tag: string;
  readonly fits: (seq: number) => boolean;
}
interface AgentTagging extends Pick<KeptTagging, 'fromHeader' | 'fromAddress'> {
  readonly rules: readonly Rule[];
}

/** Tags messages by the rules of their agents; every method runs inside a transaction. */
export class TaggingRules {
  readonly #database: DatabaseSync;
  readonly #read: StatementSync;
  readonly #write: StatementSync;
  readonly #drop: StatementSync;
  readonly #known = new Map<number, AgentTagging>();

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#read = database.prepare('SELECT settings FROM tagging WHERE agent = ?');
    this.#write = database.prepare('INSERT OR REPLACE INTO tagging (agent, settings) VALUES (?, ?)');
    this.#drop = database.prepare('DELETE FROM tagging WHERE agent = ?');
  }

  set(agentNumber: number, tagging: KeptTagging): void {
    this.#write.run(agentNumber, JSON.stringify(tagging));
    this.#known.delete(agentNumber);
  }

  forget(agentNumber: number): void {
    this.#drop.run(agentNumber);
    this.#known.delete(agentNumber);
  }

  /** The tags of a message that is in the index by now. */
  tagsFor(agentNumber: number, seq: number, found: FoundTags): string[] {
    const { fromHeader, fromAddress, rules } = this.#of(agentNumber);
    return [
      ...(fromHeader ? found.header : []),
      ...(fromAddress ? found.addresses : []),
      ...rules.filter(({ fits }) => fits(seq)).map(({ tag }) => tag),
    ];
  }

  #of(agentNumber: number): AgentTagging {
    const known = this.#known.get(agentNumber) ?? this.#prepared(agentNumber);
    this.#known.set(agentNumber, known);
    return known;
  }

  #prepared(agentNumber: number): AgentTagging {
    const settings = this.#read.get(agentNumber)?.['settings'];
    const { rules, ...switches } = keptTagging(settings);
    return { ...switches, rules: rules.flatMap(({ search, tag }) => this.#rule(search, tag)) };
  }

  #rule(search: Search, tag: string): Rule[] {
    const found = foundBy(search, undefined);
    if (found === null) {
      return [];
    }
    const { from, where, values, seq } = found;
    // Not “= ?”: beside MATCH, FTS5 takes an equal rowid for the whole answer and forgets what is to match.
    const statement = this.#database.prepare(
      `SELECT 1 AS fits FROM ${from} WHERE ${where} AND ${seq} BETWEEN ? AND ?`,
    );
    return [{ tag, fits: (number) => statement.get(...values, number, number) !== undefined }];
  }
}

/** Without the searches as they were read; `settings`: the column. */
export function taggingOf(settings: SQLOutputValue | undefined): Tagging {
  const { rules, ...switches } = keptTagging(settings);
  return { ...switches, rules: rules.map(({ q, tag }) => ({ q, tag })) };
}

function keptTagging(settings: SQLOutputValue | undefined): KeptTagging {
  return settings === undefined
    ? { fromHeader: true, fromAddress: true, rules: [] }
    : (JSON.parse(String(settings)) as KeptTagging);
}
