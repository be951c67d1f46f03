import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { assertNever } from '#shared/assert.ts';
import type { MessageSummary } from '#shared/message.ts';
import type { ActivityLog } from './activity-log.ts';
import type { Changing } from './changing.ts';
import type { Counters } from './counters.ts';
import type { Bin, GivenUp } from './bin.ts';
import { asksLedger } from './found.ts';
import type { AgentCounts, MessageChange, Selection, Undo, WriterCommand } from './protocol.ts';
import type { Removing } from './removing.ts';
import type { Retaining } from './retaining.ts';
import { summaryColumns, summaryOf } from './rows.ts';
import type { SearchConnection } from './search-connection.ts';
import { windowsOf } from './selecting.ts';
import type { SelectedRow } from './selecting.ts';
import type { KeptTagging, TaggingRules } from './tagging.ts';
import type { Tags } from './tags.ts';
import { inTransaction } from './transaction.ts';

/** More ids than this are announced as “many”. */
const mostIds = 1000;
/** So many changed messages are told of one by one; of more, that there were many. */
const mostChanges = 10;

/** What a command says while it runs. */
export interface CommandReports {
  counts(counts: readonly AgentCounts[]): void;
  changed(messages: readonly MessageSummary[]): void;
  changedMany(agentId: string | null): void;
  removed(agentId: string, ids: readonly string[] | null, final: boolean): void;
  /** Messages that are not the newest wait to be indexed. */
  unindexed(): void;
}

export interface CommandParts {
  readonly database: DatabaseSync;
  readonly counters: Counters;
  readonly bin: Bin;
  readonly removing: Removing;
  readonly retaining: Retaining;
  readonly activityLog: ActivityLog;
  readonly searching: SearchConnection;
  readonly tags: Tags;
  readonly taggingRules: TaggingRules;
  readonly changing: Changing;
  readonly reports: CommandReports;
}

/** Long work in steps of one short transaction each, so that commits of new mail go between; the result is what it counted. */
export type Work = Generator<void, number>;

/** Runs the commands that change what is held. */
export class Commands {
  readonly #parts: CommandParts;
  readonly #summary: StatementSync;
  readonly #agentId: StatementSync;
  readonly #dropAgent: StatementSync;

  constructor(parts: CommandParts) {
    this.#parts = parts;
    this.#summary = parts.database.prepare(`SELECT ${summaryColumns} FROM message WHERE seq = ?`);
    this.#agentId = parts.database.prepare('SELECT id FROM agent WHERE number = ?');
    this.#dropAgent = parts.database.prepare('DELETE FROM agent WHERE id = ?');
  }

  run(command: Exclude<WriterCommand, { name: 'close' }>): Work {
    switch (command.name) {
      case 'change':
        return this.#change(command.selection, command.change);
      case 'remove':
        return this.#removeSelected(command.selection, command);
      case 'renameTag':
        return this.#changeTags((tags) => tags.rename(command.from, command.to));
      case 'dropTag':
        return this.#changeTags((tags) => tags.drop(command.tag));
      case 'setTagging':
        return this.#setTagging(command.agentId, command.tagging);
      case 'takeBack':
        return this.#takeBack(command.undo);
      case 'removeAgent':
        return this.#removeAgent(command.agentId);
      case 'clearActivity':
        return this.#clearActivity(command.agentId);
      default:
        return assertNever(command);
    }
  }

  /** Removes in one transaction and says so; answers with how many went. */
  removeRows(rows: readonly SelectedRow[], undo?: Undo): number {
    if (rows.length === 0) {
      return 0;
    }
    const { database, counters, removing, reports } = this.#parts;
    const { result: removed, counts } = inTransaction(database, counters, () => removing.remove(rows, undo));
    reports.counts(counts);
    this.#reportRemoved(removed, undo === undefined);
    return removed.length;
  }

  /** Ends the time in which some deletions can be taken back. */
  *giveUp(which: (bin: Bin) => GivenUp[]): Work {
    const { database, counters, bin, removing } = this.#parts;
    yield;
    const { result: gone } = inTransaction(database, counters, () => which(bin));
    removing.binGivenUp();
    this.#reportRemoved(gone, true);
    return gone.length;
  }

  #reportRemoved(rows: readonly GivenUp[], final: boolean): void {
    for (const [agent, ids] of idsByAgent(rows)) {
      const agentId = String(this.#agentId.get(agent)?.['id']);
      this.#parts.reports.removed(agentId, ids.length > mostIds ? null : ids, final);
    }
  }

  *#removeSelected(
    selection: Selection,
    { keepStarred, undo }: { readonly keepStarred: boolean; readonly undo?: Undo | undefined },
  ): Work {
    let removed = 0;
    for (const rows of this.#windows(selection)) {
      removed += this.removeRows(keepStarred ? rows.filter(({ starred }) => !starred) : rows, undo);
      yield;
    }
    return removed;
  }

  *#takeBack(undo: string): Work {
    const { database, counters, bin, reports } = this.#parts;
    const agents = new Set<number>();
    let restored = 0;
    while (true) {
      const { result, counts } = inTransaction(database, counters, () => bin.takeSomeBack(undo));
      if (result.length === 0) {
        break;
      }
      restored += result.length;
      result.forEach((agent) => agents.add(agent));
      reports.counts(counts);
      yield;
    }
    if (restored > 0) {
      reports.unindexed();
      this.#reportManyOf(agents);
    }
    return restored;
  }

  *#change(selection: Selection, change: MessageChange): Work {
    const { database, counters, changing, reports } = this.#parts;
    let total = 0;
    const agents = new Set<number>();
    const first: SelectedRow[] = [];
    for (const rows of this.#windows(selection)) {
      const { result, counts } = inTransaction(database, counters, () =>
        rows.filter((row) => changing.change(row, change)),
      );
      total += result.length;
      result.forEach((row) => agents.add(row.agent));
      first.push(...result.slice(0, mostChanges - first.length));
      reports.counts(counts);
      yield;
    }
    if (total > first.length) {
      this.#reportManyOf(agents);
    } else if (total > 0) {
      reports.changed(first.flatMap(({ seq }) => this.#summary.all(seq)).map(summaryOf));
    }
    return total;
  }

  /** Answers with 1, or 0 when there is no such tag. */
  *#changeTags(change: (tags: Tags) => boolean): Work {
    const { database, counters, tags, reports } = this.#parts;
    yield;
    const { result } = inTransaction(database, counters, () => change(tags));
    if (result) {
      reports.changedMany(null);
    }
    return result ? 1 : 0;
  }

  *#setTagging(agentId: string, tagging: KeptTagging): Work {
    const { database, counters, taggingRules } = this.#parts;
    yield;
    inTransaction(database, counters, () => taggingRules.set(counters.numberOf(agentId), tagging));
    return 0;
  }

  #reportManyOf(agents: ReadonlySet<number>): void {
    const [agent] = agents;
    this.#parts.reports.changedMany(
      agents.size === 1 && agent !== undefined ? String(this.#agentId.get(agent)?.['id']) : null,
    );
  }

  *#removeAgent(agentId: string): Work {
    const { database, counters, retaining, activityLog, taggingRules } = this.#parts;
    const removed = yield* this.#removeSelected({ agentId }, { keepStarred: false });
    const agent = counters.find(agentId);
    yield* this.giveUp((bin) => (agent === undefined ? [] : bin.giveUpAgent(agent)));
    inTransaction(database, counters, () => {
      activityLog.clear(agentId);
      if (agent !== undefined) {
        taggingRules.forget(agent);
      }
      this.#dropAgent.run(agentId);
      counters.forget(agentId);
    });
    retaining.forget(agentId);
    return removed;
  }

  *#clearActivity(agentId: string | undefined): Work {
    const { database, counters, activityLog } = this.#parts;
    yield;
    inTransaction(database, counters, () => activityLog.clear(agentId));
    return 0;
  }

  #windows(selection: Selection): Generator<SelectedRow[]> {
    const { database, counters, searching } = this.#parts;
    const search = 'search' in selection ? selection.search : undefined;
    return windowsOf(
      {
        database: search === undefined ? database : searching.open(asksLedger(search)),
        agentNumberOf: (agentId) => counters.find(agentId),
      },
      selection,
    );
  }
}

function idsByAgent(rows: readonly GivenUp[]): Map<number, string[]> {
  const byAgent = new Map<number, string[]>();
  for (const row of rows) {
    const ids = byAgent.get(row.agent) ?? [];
    ids.push(row.id);
    byAgent.set(row.agent, ids);
  }
  return byAgent;
}
