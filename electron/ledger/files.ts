import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { CachedFile } from '#shared/cached-file.ts';

/** A cached file with its bytes. */
export interface CachedFileContent extends CachedFile {
  readonly content: Uint8Array;
}

/** Bytes of all cached files together: production's 1 GB for an account, which here is the post office. */
export const cacheBytes = 1024 ** 3;

/** The file cache: what was uploaded once and is sent by its key. Keys never expire. */
export class Files {
  readonly #insert: StatementSync;
  readonly #total: StatementSync;
  readonly #list: StatementSync;
  readonly #find: StatementSync;
  readonly #delete: StatementSync;
  readonly #taken: StatementSync;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare(
      'INSERT INTO files (agent, key, name, mime_type, size, created_at, content) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.#total = database.prepare('SELECT COALESCE(SUM(size), 0) AS bytes FROM files');
    this.#list = database.prepare(
      'SELECT key, name, mime_type, size, created_at FROM files WHERE agent = ? ORDER BY seq DESC',
    );
    this.#find = database.prepare(
      'SELECT key, name, mime_type, size, created_at, content FROM files WHERE agent = ? AND key = ?',
    );
    this.#delete = database.prepare('DELETE FROM files WHERE agent = ? AND key = ?');
    this.#taken = database.prepare('SELECT 1 FROM files WHERE key = ?');
  }

  /** Is told whose files changed. */
  onChanged: ((agentId: string) => void) | undefined;

  /** Keeps a file of an agent. Answers false, and keeps nothing, when the cache is full. */
  add(agentId: string, file: CachedFileContent): boolean {
    if (this.usedBytes() + file.content.byteLength > cacheBytes) {
      return false;
    }
    const { key, name, mimeType, createdAt, content } = file;
    this.#insert.run(agentId, key, name, mimeType, content.byteLength, createdAt, content);
    this.onChanged?.(agentId);
    return true;
  }

  /** Keeps a file as it was elsewhere: under its own key, unless that is in use here; then it is left out. */
  restore(agentId: string, file: CachedFileContent): boolean {
    return this.#taken.get(file.key) === undefined && this.add(agentId, file);
  }

  /** Bytes of the files of all agents. */
  usedBytes(): number {
    return Number(this.#total.get()?.['bytes'] ?? 0);
  }

  /** An agent's files, the newest first. */
  list(agentId: string): CachedFile[] {
    return this.#list.all(agentId).map(cachedFile);
  }

  /** The file with this key; undefined when the agent has none. */
  find(agentId: string, key: string): CachedFileContent | undefined {
    const row = this.#find.get(agentId, key);
    return row === undefined ? undefined : { ...cachedFile(row), content: row['content'] as Uint8Array };
  }

  /** Answers whether there was such a file. */
  delete(agentId: string, key: string): boolean {
    const isDeleted = this.#delete.run(agentId, key).changes > 0;
    if (isDeleted) {
      this.onChanged?.(agentId);
    }
    return isDeleted;
  }
}

function cachedFile(row: Readonly<Record<string, unknown>>): CachedFile {
  return {
    key: String(row['key']),
    name: String(row['name']),
    mimeType: String(row['mime_type']),
    size: Number(row['size']),
    createdAt: String(row['created_at']),
  };
}
