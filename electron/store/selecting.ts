import type { DatabaseSync } from 'node:sqlite';
import { foundBy } from './found.ts';
import type { Selection } from './protocol.ts';

const windowRows = 500;

export interface SelectedRow {
  readonly seq: number;
  readonly id: string;
  readonly agent: number;
  readonly read: boolean;
  readonly starred: boolean;
  readonly size: number;
  readonly receivedAt: number;
}

export const selectedColumns =
  'message.seq, message.id, message.agent, message.read, message.starred, message.size, message.received_at';

/** Where a selection is looked up. */
export interface Selecting {
  /** Sees everything that was committed. */
  readonly database: DatabaseSync;
  readonly agentNumberOf: (agentId: string) => number | undefined;
}

/**
 * Walks over the messages of a selection in windows of at most 500, oldest first, so that commits can go between.
 * Messages that arrive after the first window are not met.
 */
export function* windowsOf(
  { database, agentNumberOf }: Selecting,
  selection: Selection,
): Generator<SelectedRow[]> {
  if ('ids' in selection) {
    const byId = database.prepare(`SELECT ${selectedColumns} FROM message WHERE id = ?`);
    for (let start = 0; start < selection.ids.length; start += windowRows) {
      yield selection.ids.slice(start, start + windowRows).flatMap((id) => byId.all(id).map(selectedRow));
    }
    return;
  }
  const agentNumber = selection.agentId === undefined ? undefined : agentNumberOf(selection.agentId);
  if (selection.agentId !== undefined && agentNumber === undefined) {
    return;
  }
  const found = foundBy(selection.search, agentNumber);
  if (found === null) {
    return;
  }
  const { from, where, values, seq } = found;
  const through = Number(database.prepare('SELECT max(seq) AS newest FROM message').get()?.['newest'] ?? 0);
  const statement = database.prepare(
    `SELECT ${selectedColumns} FROM ${from} WHERE ${where} AND ${seq} > ? AND ${seq} <= ? ORDER BY ${seq} LIMIT ${windowRows}`,
  );
  let after = 0;
  while (true) {
    const rows = statement.all(...values, after, through).map(selectedRow);
    const last = rows.at(-1);
    if (last === undefined) {
      return;
    }
    after = last.seq;
    yield rows;
  }
}

export function selectedRow(row: Record<string, unknown>): SelectedRow {
  return {
    seq: Number(row['seq']),
    id: String(row['id']),
    agent: Number(row['agent']),
    read: row['read'] === 1,
    starred: row['starred'] === 1,
    size: Number(row['size']),
    receivedAt: Number(row['received_at']),
  };
}
