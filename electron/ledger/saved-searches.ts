import { randomUUID } from 'node:crypto';
import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import { RestanteError } from '#shared/errors.ts';
import { mostSavedSearches, type SavedSearch } from '#shared/saved-search.ts';
import type { Ledger } from './ledger.ts';

type Named = Pick<SavedSearch, 'name' | 'q'>;

/** Searches that people gave a name, in the order in which they did. */
export class SavedSearches {
  readonly #list: StatementSync;
  readonly #get: StatementSync;
  readonly #named: StatementSync;
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #delete: StatementSync;

  constructor({ database }: Ledger) {
    this.#list = database.prepare('SELECT id, name, q FROM saved_search ORDER BY number');
    this.#get = database.prepare('SELECT id, name, q FROM saved_search WHERE id = ?');
    this.#named = database.prepare('SELECT id FROM saved_search WHERE name = ? AND id <> ?');
    this.#insert = database.prepare('INSERT INTO saved_search (id, name, q) VALUES (?, ?, ?)');
    this.#update = database.prepare('UPDATE saved_search SET name = ?, q = ? WHERE id = ?');
    this.#delete = database.prepare('DELETE FROM saved_search WHERE id = ?');
  }

  list(): SavedSearch[] {
    return this.#list.all().map(searchOf);
  }

  /** @throws RestanteError `saved-search.name-taken`, `saved-search.limit` */
  create({ name, q }: Named): SavedSearch {
    if (this.list().length >= mostSavedSearches) {
      throw new RestanteError('saved-search.limit', { limit: mostSavedSearches });
    }
    const id = randomUUID();
    this.#mustBeFree(name, id);
    this.#insert.run(id, name, q);
    return { id, name, q };
  }

  /** @throws RestanteError `saved-search.not-found`, `saved-search.name-taken` */
  change(id: string, change: { readonly [Key in keyof Named]?: Named[Key] | undefined }): SavedSearch {
    const row = this.#get.get(id);
    if (row === undefined) {
      throw new RestanteError('saved-search.not-found', { id });
    }
    const before = searchOf(row);
    const { name = before.name, q = before.q } = change;
    this.#mustBeFree(name, id);
    this.#update.run(name, q, id);
    return { id, name, q };
  }

  /** @throws RestanteError `saved-search.not-found` */
  delete(id: string): void {
    if (this.#delete.run(id).changes === 0) {
      throw new RestanteError('saved-search.not-found', { id });
    }
  }

  #mustBeFree(name: string, id: string): void {
    if (this.#named.get(name, id) !== undefined) {
      throw new RestanteError('saved-search.name-taken', { name }, { field: 'name' });
    }
  }
}

function searchOf(row: Record<string, SQLOutputValue>): SavedSearch {
  return { id: String(row['id']), name: String(row['name']), q: String(row['q']) };
}
