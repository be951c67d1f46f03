import { randomBytes, randomUUID } from 'node:crypto';
import type { StatementSync } from 'node:sqlite';
import { RestanteError } from '#shared/errors.ts';
import {
  type CreateWebhook,
  type PatchWebhook,
  type Webhook,
  type WebhookEvent,
  type WebhookKey,
  webhookLimits,
} from '#shared/webhook.ts';
import type { Ledger } from './ledger.ts';

type Row = Readonly<Record<string, unknown>>;

const columns = 'id, agent, enabled, settings, created';

/** The webhooks of every agent, and the key that signs for them. */
export class Webhooks {
  readonly #ofAgent: StatementSync;
  readonly #one: StatementSync;
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #delete: StatementSync;
  readonly #key: StatementSync;
  readonly #keepKey: StatementSync;
  /** By agent: with every message that is held somebody asks whether a webhook is to hear of it. */
  readonly #lists = new Map<string, readonly Webhook[]>();

  constructor({ database }: Pick<Ledger, 'database'>) {
    this.#ofAgent = database.prepare(`SELECT ${columns} FROM webhook WHERE agent = ? ORDER BY seq`);
    this.#one = database.prepare(`SELECT ${columns} FROM webhook WHERE id = ?`);
    this.#insert = database.prepare(`INSERT INTO webhook (${columns}) VALUES (?, ?, ?, ?, ?)`);
    this.#update = database.prepare('UPDATE webhook SET enabled = ?, settings = ? WHERE id = ?');
    this.#delete = database.prepare('DELETE FROM webhook WHERE id = ?');
    this.#key = database.prepare('SELECT key, created FROM webhook_key WHERE agent = ?');
    this.#keepKey = database.prepare(
      'INSERT INTO webhook_key (agent, key, created) VALUES (?, ?, ?) ON CONFLICT (agent) DO UPDATE SET key = excluded.key, created = excluded.created',
    );
  }

  /** Oldest first. */
  list(agentId: string): Webhook[] {
    return [...this.#listed(agentId)];
  }

  /** Those that are to hear of an event. */
  subscribed(agentId: string, event: WebhookEvent): Webhook[] {
    return this.#listed(agentId).filter(({ enabled, events }) => enabled && events.includes(event));
  }

  find(id: string): Webhook | undefined {
    const row = this.#one.get(id);
    return row && webhookOf(row);
  }

  /** @throws RestanteError `webhook.not-found` */
  get(agentId: string, id: string): Webhook {
    const webhook = this.find(id);
    if (webhook === undefined || webhook.agentId !== agentId) {
      throw new RestanteError('webhook.not-found', { id });
    }
    return webhook;
  }

  /** @throws RestanteError `webhook.limit` */
  create(agentId: string, wish: CreateWebhook, now: Date): Webhook {
    if (this.list(agentId).length >= webhookLimits.perAgent) {
      throw new RestanteError('webhook.limit', { limit: webhookLimits.perAgent });
    }
    const { enabled, ...settings } = wish;
    const id = randomUUID();
    this.#lists.delete(agentId);
    this.#insert.run(id, agentId, Number(enabled), JSON.stringify(settings), now.getTime());
    return this.get(agentId, id);
  }

  /** @throws RestanteError `webhook.not-found` */
  patch(agentId: string, id: string, wish: PatchWebhook): Webhook {
    const { id: _, agentId: __, createdAt: ___, ...kept } = this.get(agentId, id);
    const { enabled, ...settings } = { ...kept, ...wish };
    this.#lists.delete(agentId);
    this.#update.run(Number(enabled), JSON.stringify(settings), id);
    return this.get(agentId, id);
  }

  /** Its deliveries go with it. @throws RestanteError `webhook.not-found` */
  delete(agentId: string, id: string): void {
    this.#delete.run(this.get(agentId, id).id);
    this.#lists.delete(agentId);
  }

  /** Forgets those of an agent that is deleted; their rows go with its other rows. */
  forget(agentId: string): void {
    this.#lists.delete(agentId);
  }

  /** The agent's Authentication Key, which is made when it is first needed. */
  key(agentId: string, now: Date): WebhookKey {
    const row = this.#key.get(agentId);
    return row === undefined
      ? this.rotateKey(agentId, now)
      : { key: String(row['key']), createdAt: timeOf(row['created']) };
  }

  /** From now on everything is signed with this key, which the agent had elsewhere. */
  restoreKey(agentId: string, key: string, now: Date): void {
    this.#keepKey.run(agentId, key, now.getTime());
  }

  /** From now on everything is signed with another key, what waits included. */
  rotateKey(agentId: string, now: Date): WebhookKey {
    // Assumed: nobody shows a key. 256 bits, in letters that need no quoting anywhere.
    const key = randomBytes(32).toString('base64url');
    this.#keepKey.run(agentId, key, now.getTime());
    return { key, createdAt: now.toISOString() };
  }

  #listed(agentId: string): readonly Webhook[] {
    let list = this.#lists.get(agentId);
    if (list === undefined) {
      list = this.#ofAgent.all(agentId).map(webhookOf);
      this.#lists.set(agentId, list);
    }
    return list;
  }
}

function webhookOf(row: Row): Webhook {
  const settings = JSON.parse(String(row['settings'])) as Omit<
    Webhook,
    'id' | 'agentId' | 'enabled' | 'createdAt'
  >;
  return {
    ...settings,
    id: String(row['id']),
    agentId: String(row['agent']),
    enabled: row['enabled'] === 1,
    createdAt: timeOf(row['created']),
  };
}

function timeOf(value: unknown): string {
  return new Date(Number(value)).toISOString();
}
