import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { matchExpression } from './search-text.ts';
import type { Selection } from './protocol.ts';

const windowRows = 500;

export interface SelectedRow {
  readonly seq: number;
  readonly id: string;
  readonly agent: number;
  readonly read: boolean;
  readonly size: number;
  readonly receivedAt: number;
}

const columns = 'message.seq, message.id, message.agent, message.read, message.size, message.received_at';

/**
 * Walks over the messages of a selection in windows of at most 500, oldest first, so that commits can go between.
 * Messages that arrive after the first window are not met.
 * @throws RestanteError `search.invalid` for a search that cannot be read.
 */
export function* windowsOf(
  database: DatabaseSync,
  agentNumberOf: (agentId: string) => number | undefined,
  selection: Selection,
): Generator<SelectedRow[]> {
  if ('ids' in selection) {
    const byId = database.prepare(`SELECT ${columns} FROM message WHERE id = ?`);
    for (let start = 0; start < selection.ids.length; start += windowRows) {
      yield selection.ids.slice(start, start + windowRows).flatMap((id) => byId.all(id).map(selectedRow));
    }
    return;
  }
  const agentNumber = selection.agentId === undefined ? undefined : agentNumberOf(selection.agentId);
  if (selection.agentId !== undefined && agentNumber === undefined) {
    return;
  }
  const query = windowQuery(agentNumber, selection.q);
  if (query === null) {
    return;
  }
  const through = Number(database.prepare('SELECT max(seq) AS newest FROM message').get()?.['newest'] ?? 0);
  const statement = database.prepare(query.sql);
  let after = 0;
  while (true) {
    const rows = statement.all(...query.values, after, through).map(selectedRow);
    const last = rows.at(-1);
    if (last === undefined) {
      return;
    }
    after = last.seq;
    yield rows;
  }
}

function windowQuery(
  agentNumber: number | undefined,
  q: string | undefined,
): { sql: string; values: SQLInputValue[] } | null {
  if (q !== undefined && q.trim() !== '') {
    const match = matchExpression(q, agentNumber);
    return match === null
      ? null
      : {
          sql: `SELECT ${columns} FROM search JOIN message ON message.seq = search.rowid
                WHERE search MATCH ? AND search.rowid > ? AND search.rowid <= ? ORDER BY search.rowid LIMIT ${windowRows}`,
          values: [match],
        };
  }
  const ofAgent = agentNumber === undefined ? '' : 'agent = ? AND';
  return {
    sql: `SELECT ${columns} FROM message WHERE ${ofAgent} seq > ? AND seq <= ? ORDER BY seq LIMIT ${windowRows}`,
    values: agentNumber === undefined ? [] : [agentNumber],
  };
}

function selectedRow(row: Record<string, unknown>): SelectedRow {
  return {
    seq: Number(row['seq']),
    id: String(row['id']),
    agent: Number(row['agent']),
    read: row['read'] === 1,
    size: Number(row['size']),
    receivedAt: Number(row['received_at']),
  };
}
