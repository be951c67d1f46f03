import { randomBytes } from 'node:crypto';
import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import type { ExportType } from '#shared/export.ts';
import type { Ledger } from './ledger.ts';

/** How long an export is kept, in ms (https://www.zoho.com/zeptomail/help/api/api-index.html: 3 days). */
export const exportLifeMs = 3 * 24 * 60 * 60_000;

/** Exports that are kept at a time; the oldest go. */
const mostKept = 100;

/** An export as lists show it; times in ms since 1970, the size in bytes. */
export interface Export {
  readonly id: string;
  readonly type: ExportType;
  readonly name: string;
  /** What was asked for, as JSON. */
  readonly search: string;
  readonly withContent: boolean;
  readonly isDownloaded: boolean;
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly size: number;
}

export type NewExport = Pick<Export, 'type' | 'name' | 'search' | 'withContent'> & {
  readonly content: string;
};

const shown = 'id, type, name, search, with_content, downloaded, created, modified, size';

/** Exported files. Whoever asks for any drops those that have expired. */
export class Exports {
  readonly #insert: StatementSync;
  readonly #dropExpired: StatementSync;
  readonly #dropOldest: StatementSync;
  readonly #ofType: StatementSync;
  readonly #content: StatementSync;
  readonly #download: StatementSync;
  readonly #delete: StatementSync;

  constructor({ database }: Pick<Ledger, 'database'>) {
    this.#insert = database.prepare(
      `INSERT INTO export (${shown}, content) VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?)`,
    );
    this.#dropExpired = database.prepare('DELETE FROM export WHERE created <= ?');
    this.#dropOldest = database.prepare(
      `DELETE FROM export WHERE number <= (SELECT number FROM export ORDER BY number DESC LIMIT 1 OFFSET ${mostKept})`,
    );
    this.#ofType = database.prepare(`SELECT ${shown} FROM export WHERE type = ? ORDER BY number DESC`);
    this.#content = database.prepare('SELECT content FROM export WHERE id = ?');
    this.#download = database.prepare('UPDATE export SET downloaded = 1, modified = ? WHERE id = ?');
    this.#delete = database.prepare('DELETE FROM export WHERE id = ?');
  }

  /** Is told of every change. */
  onChanged: (() => void) | undefined;

  add({ type, name, search, withContent, content }: NewExport, now: Date): Export {
    const id = randomBytes(8).toString('hex');
    const at = now.getTime();
    const size = Buffer.byteLength(content);
    this.#insert.run(id, type, name, search, Number(withContent), at, at, size, content);
    this.#dropOldest.run();
    this.onChanged?.();
    return {
      id,
      type,
      name,
      search,
      withContent,
      isDownloaded: false,
      createdAt: at,
      modifiedAt: at,
      size,
    };
  }

  /** The newest first. */
  list(type: ExportType, now: Date): Export[] {
    this.#dropExpired.run(now.getTime() - exportLifeMs);
    return this.#ofType.all(type).map(exportOf);
  }

  /** The file of an export, which counts as downloaded from now on. */
  download({ id }: Pick<Export, 'id'>, now: Date): string {
    this.#download.run(now.getTime(), id);
    this.onChanged?.();
    return String(this.#content.get(id)?.['content']);
  }

  delete({ id }: Pick<Export, 'id'>): void {
    this.#delete.run(id);
    this.onChanged?.();
  }
}

function exportOf(row: Record<string, SQLOutputValue>): Export {
  return {
    id: String(row['id']),
    type: String(row['type']) as ExportType,
    name: String(row['name']),
    search: String(row['search']),
    withContent: row['with_content'] === 1,
    isDownloaded: row['downloaded'] === 1,
    createdAt: Number(row['created']),
    modifiedAt: Number(row['modified']),
    size: Number(row['size']),
  };
}
