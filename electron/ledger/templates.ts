import type { StatementSync } from 'node:sqlite';
import { RestanteError } from '#shared/errors.ts';
import { type Template, type TemplateFields, templateLimits } from '#shared/template.ts';
import type { Ledger } from './ledger.ts';
import { createProductionIds } from './production-ids.ts';

type Row = Readonly<Record<string, unknown>>;

/** By which of its two names a template is looked for; the key wins. */
export interface TemplateNames {
  readonly key?: string | undefined;
  readonly alias?: string | undefined;
}

/** The templates of the agents. What they say is not checked here: their language belongs to ZeptoMail's side. */
export class Templates {
  readonly #insert: StatementSync;
  readonly #list: StatementSync;
  readonly #byKey: StatementSync;
  readonly #byAlias: StatementSync;
  readonly #update: StatementSync;
  readonly #delete: StatementSync;
  readonly #taken: StatementSync;
  readonly #nextId: (agentKey: string, kind: string) => string;

  constructor({ database }: Ledger, now: () => number = Date.now) {
    this.#insert = database.prepare(
      `INSERT INTO template (agent, key, name, alias, subject, html, text, sample, created, modified)
       VALUES (:agent, :key, :name, :alias, :subject, :html, :text, :sample, :now, :now)`,
    );
    this.#list = database.prepare('SELECT * FROM template WHERE agent = ? ORDER BY seq DESC');
    this.#byKey = database.prepare('SELECT * FROM template WHERE agent = ? AND key = ?');
    this.#byAlias = database.prepare('SELECT * FROM template WHERE agent = ? AND alias = ?');
    this.#update = database.prepare(
      `UPDATE template SET name = :name, alias = :alias, subject = :subject, html = :html, text = :text,
       sample = :sample, modified = :now WHERE agent = :agent AND key = :key`,
    );
    this.#delete = database.prepare('DELETE FROM template WHERE agent = ? AND key = ?');
    this.#taken = database.prepare('SELECT 1 FROM template WHERE key = ?');
    this.#nextId = createProductionIds(now);
  }

  /**
   * Keeps a new template of an agent.
   * @throws RestanteError `template.alias-taken`, `template.no-body`
   */
  create(agent: { readonly id: string; readonly key: string }, fields: TemplateFields, now: Date): Template {
    const kept = this.#checked(agent.id, fields);
    const key = this.#nextId(agent.key, 'k1');
    this.#insert.run({ ...columnsOf(kept), agent: agent.id, key, now: now.getTime() });
    return this.get(agent.id, key);
  }

  /** Keeps a template as it was elsewhere: under its own key, unless that is in use here. */
  restore(agent: { readonly id: string; readonly key: string }, template: Template): Template {
    const { key, createdAt, modifiedAt: _, ...fields } = template;
    const kept = this.#checked(agent.id, fields);
    const own = this.#taken.get(key) === undefined ? key : this.#nextId(agent.key, 'k1');
    this.#insert.run({ ...columnsOf(kept), agent: agent.id, key: own, now: Date.parse(createdAt) });
    return this.get(agent.id, own);
  }

  /** An agent's templates, the newest first. */
  list(agentId: string): Template[] {
    return this.#list.all(agentId).map(templateOf);
  }

  /** The template of an agent by its key or, without a key, by its alias; undefined when there is none. */
  find(agentId: string, { key, alias }: TemplateNames): Template | undefined {
    const row =
      key !== undefined
        ? this.#byKey.get(agentId, key)
        : alias !== undefined
          ? this.#byAlias.get(agentId, alias)
          : undefined;
    return row && templateOf(row);
  }

  /** @throws RestanteError `template.not-found` */
  get(agentId: string, key: string): Template {
    const template = this.find(agentId, { key });
    if (template === undefined) {
      throw new RestanteError('template.not-found', { key });
    }
    return template;
  }

  /**
   * Changes a template; what is left out stays.
   * @throws RestanteError `template.not-found`, `template.alias-taken`, `template.no-body`
   */
  update(agentId: string, key: string, changes: Partial<TemplateFields>, now: Date): Template {
    const kept = this.#checked(agentId, { ...this.get(agentId, key), ...changes }, key);
    this.#update.run({ ...columnsOf(kept), agent: agentId, key, now: now.getTime() });
    return this.get(agentId, key);
  }

  /**
   * Another template with the same content; the alias stays with the first.
   * @throws RestanteError `template.not-found`
   */
  copy(agent: { readonly id: string; readonly key: string }, key: string, now: Date): Template {
    const original = this.get(agent.id, key);
    const ending = ' (copy)';
    const name = original.name.slice(0, templateLimits.name - ending.length) + ending;
    return this.create(agent, { ...original, name, alias: null }, now);
  }

  /** @throws RestanteError `template.not-found` */
  delete(agentId: string, key: string): void {
    if (this.#delete.run(agentId, key).changes === 0) {
      throw new RestanteError('template.not-found', { key });
    }
  }

  #checked(agentId: string, fields: TemplateFields, key?: string): TemplateFields {
    const alias = fields.alias || null;
    const holder = alias === null ? undefined : this.find(agentId, { alias });
    if (alias !== null && holder !== undefined && holder.key !== key) {
      throw new RestanteError('template.alias-taken', { alias, name: holder.name }, { field: 'alias' });
    }
    const html = fields.html || null;
    const text = fields.text || null;
    if (html === null && text === null) {
      throw new RestanteError('template.no-body', {}, { field: 'htmlbody' });
    }
    return { ...fields, alias, html, text };
  }
}

function columnsOf({ name, alias, subject, html, text, sampleMergeInfo }: TemplateFields) {
  return { name, alias, subject, html, text, sample: JSON.stringify(sampleMergeInfo) };
}

function templateOf(row: Row): Template {
  return {
    key: String(row['key']),
    name: String(row['name']),
    alias: textOrNull(row['alias']),
    subject: String(row['subject']),
    html: textOrNull(row['html']),
    text: textOrNull(row['text']),
    sampleMergeInfo: JSON.parse(String(row['sample'])) as Template['sampleMergeInfo'],
    createdAt: new Date(Number(row['created'])).toISOString(),
    modifiedAt: new Date(Number(row['modified'])).toISOString(),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
