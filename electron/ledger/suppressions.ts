import { randomUUID } from 'node:crypto';
import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import { RestanteError } from '#shared/errors.ts';
import type { Suppression, SuppressionAction, SuppressionKind } from '#shared/suppression.ts';
import type { Ledger } from './ledger.ts';

export type NewSuppression = Pick<Suppression, 'kind' | 'value'> &
  Partial<Pick<Suppression, 'action' | 'description' | 'category' | 'agents'>>;
export type SuppressionChange = Partial<Pick<Suppression, 'action' | 'description' | 'agents'>>;

/** Which entries, and which page of them. */
export interface SuppressionFilter {
  readonly kind?: SuppressionKind | undefined;
  /** Those that hold for this agent: its own and everybody's. */
  readonly agentId?: string | undefined;
  /** Part of a value, whatever its case. */
  readonly search?: string | undefined;
  /** Changed at or after, and at or before; ISO times. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

type Row = Record<string, SQLOutputValue>;

const severity: Readonly<Record<SuppressionAction, number>> = {
  suppress_tracking: 1,
  suppress: 2,
  reject: 3,
};

const selected = `
  FROM suppression
  WHERE (:kind IS NULL OR kind = :kind)
    AND (:agent IS NULL OR agents = '[]' OR EXISTS (SELECT 1 FROM json_each(agents) WHERE json_each.value = :agent))
    AND (:search IS NULL OR instr(value, :search) > 0)
    AND (:since IS NULL OR modified_at >= :since)
    AND (:until IS NULL OR modified_at <= :until)`;

/** The suppression list of the whole account, its entries scoped to agents. */
export class Suppressions {
  readonly #ledger: Ledger;
  readonly #byValue: StatementSync;
  readonly #byId: StatementSync;
  readonly #any: StatementSync;
  readonly #listed: StatementSync;
  readonly #counted: StatementSync;
  readonly #insert: StatementSync;
  readonly #change: StatementSync;
  readonly #delete: StatementSync;
  /** Undefined until it was asked for: an empty list costs the doors nothing. */
  #isEmpty: boolean | undefined;

  constructor(ledger: Ledger) {
    const { database } = ledger;
    this.#ledger = ledger;
    this.#byValue = database.prepare('SELECT * FROM suppression WHERE kind = ? AND value = ?');
    this.#byId = database.prepare('SELECT * FROM suppression WHERE id = ?');
    this.#any = database.prepare('SELECT 1 FROM suppression LIMIT 1');
    this.#listed = database.prepare(
      `SELECT * ${selected} ORDER BY modified_at DESC, id DESC LIMIT :limit OFFSET :offset`,
    );
    this.#counted = database.prepare(`SELECT count(*) AS total ${selected}`);
    this.#insert = database.prepare('INSERT INTO suppression VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#change = database.prepare(
      'UPDATE suppression SET action = ?, description = ?, agents = ?, modified_at = ? WHERE id = ?',
    );
    this.#delete = database.prepare('DELETE FROM suppression WHERE id = ?');
  }

  /** Adds all or, when one is there already, none. @throws RestanteError `suppression.exists` */
  add(entries: readonly NewSuppression[], now: Date): Suppression[] {
    return this.#ledger.transaction(() =>
      entries.map((entry) => {
        const value = entry.value.trim().toLowerCase();
        if (this.find(entry.kind, value) !== undefined) {
          throw new RestanteError('suppression.exists', { value }, { field: 'value' });
        }
        return this.#put(entry, value, now);
      }),
    );
  }

  /** Adds an address that bounced, unless it is on the list; undefined when nothing was added. */
  addBounced(address: string, category: string, agentId: string, now: Date): Suppression | undefined {
    const value = address.toLowerCase();
    return this.find('email', value) === undefined
      ? this.#put({ kind: 'email', value, category, agents: [agentId] }, value, now)
      : undefined;
  }

  find(kind: SuppressionKind, value: string): Suppression | undefined {
    return maybe(this.#byValue.get(kind, value.trim().toLowerCase()));
  }

  /** @throws RestanteError `suppression.not-found` */
  get(id: string): Suppression {
    const found = maybe(this.#byId.get(id));
    if (found === undefined) {
      throw new RestanteError('suppression.not-found', { id });
    }
    return found;
  }

  /** @throws RestanteError `suppression.not-found` */
  update(id: string, change: SuppressionChange, now: Date): Suppression {
    const { action, description, agents } = { ...this.get(id), ...change };
    this.#change.run(action, description, JSON.stringify(agents), now.toISOString(), id);
    return this.get(id);
  }

  /** @throws RestanteError `suppression.not-found` */
  remove(id: string): void {
    if (this.#delete.run(id).changes === 0) {
      throw new RestanteError('suppression.not-found', { id });
    }
    this.#isEmpty = undefined;
  }

  /** The newest change first; `total` counts all that the filter finds. */
  list(filter: SuppressionFilter = {}): { suppressions: Suppression[]; total: number } {
    const where = {
      kind: filter.kind ?? null,
      agent: filter.agentId ?? null,
      search: filter.search?.trim().toLowerCase() ?? null,
      since: filter.from ?? null,
      until: filter.until ?? null,
    };
    const page = { limit: filter.limit ?? 100, offset: filter.offset ?? 0 };
    return {
      suppressions: this.#listed.all({ ...where, ...page }).map(suppressionOf),
      total: Number(this.#counted.get(where)?.['total']),
    };
  }

  /** The severest entry that holds for an address at an agent: of the address, its domain, or a domain above. */
  match(agentId: string, address: string): Suppression | undefined {
    this.#isEmpty ??= this.#any.get() === undefined;
    if (this.#isEmpty) {
      return undefined;
    }
    const value = address.toLowerCase();
    const found = [
      this.find('email', value),
      ...domainsAbove(value).map((domain) => this.find('domain', domain)),
    ].filter((entry) => entry !== undefined && (entry.agents.length === 0 || entry.agents.includes(agentId)));
    // The sort is stable: of two that are alike the nearer one wins.
    return found.toSorted((a, b) => severityOf(b) - severityOf(a))[0];
  }

  #put(entry: NewSuppression, value: string, now: Date): Suppression {
    const id = randomUUID();
    const { kind, action = 'suppress', description = '', category = 'manual', agents = [] } = entry;
    const at = now.toISOString();
    this.#insert.run(id, kind, value, action, description, category, JSON.stringify(agents), at, at);
    this.#isEmpty = false;
    return this.get(id);
  }
}

function severityOf(entry: Suppression | undefined): number {
  return entry === undefined ? 0 : severity[entry.action];
}

/** `a.b.example.com`, `b.example.com`, `example.com`, `com` of an address at the first. */
function domainsAbove(address: string): string[] {
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}

function maybe(row: Row | undefined): Suppression | undefined {
  return row && suppressionOf(row);
}

function suppressionOf(row: Row): Suppression {
  return {
    id: String(row['id']),
    kind: row['kind'] as SuppressionKind,
    value: String(row['value']),
    action: row['action'] as SuppressionAction,
    description: String(row['description']),
    category: String(row['category']),
    agents: JSON.parse(String(row['agents'])) as string[],
    createdAt: String(row['created_at']),
    modifiedAt: String(row['modified_at']),
  };
}
