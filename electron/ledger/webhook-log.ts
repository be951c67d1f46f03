import { randomUUID } from 'node:crypto';
import type { StatementSync } from 'node:sqlite';
import { RestanteError } from '#shared/errors.ts';
import { type Outcome, outcomeSchema } from '#shared/outcome.ts';
import {
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookDeliveryDetail,
  type WebhookEvent,
  webhookDeliverySchema,
} from '#shared/webhook.ts';
import type { Ledger } from './ledger.ts';

/** Deliveries that are kept per agent; older ones that ended go. */
export const keptDeliveries = 1000;

/** As many may wait; with more, the oldest go unsent: a receiver that answers so little is gone. */
export const keptWaiting = 10_000;

/** What is to be sent to one webhook. */
export interface NewDelivery {
  readonly agentId: string;
  readonly webhookId: string;
  readonly event: WebhookEvent;
  /** What happened; null for a sample. */
  readonly outcome: Outcome | null;
}

/** A delivery whose time has come. */
export interface DueDelivery extends NewDelivery {
  readonly id: string;
  /** The exact JSON; null until it was made for the first attempt. */
  readonly payload: string | null;
  readonly attempts: number;
  readonly byHand: boolean;
}

/** How an attempt left its delivery. */
export interface AttemptEnd {
  readonly state: WebhookDelivery['state'];
  /** Milliseconds since 1970; null when there is nothing more to come. */
  readonly due: number | null;
  readonly problem: string | null;
}

type Row = Readonly<Record<string, unknown>>;
type Exchange = Pick<WebhookAttempt, 'request' | 'response'>;

const summaries = `
  SELECT d.seq, d.id, d.agent, d.webhook, d.event, d.outcome, d.state, d.attempts, d.created, d.due,
    d.problem, a.at, a.duration, a.status, coalesce(a.url, w.settings ->> '$.url') AS url
  FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook
  LEFT JOIN webhook_attempt a ON a.delivery = d.seq AND a.number = d.attempts`;

/** Everything that was, and is to be, sent to webhooks: the log that people read is the queue as well. */
export class WebhookLog {
  readonly #ledger: Ledger;
  readonly #insert: StatementSync;
  readonly #trimEnded: StatementSync;
  readonly #trimAll: StatementSync;
  readonly #page: StatementSync;
  readonly #one: StatementSync;
  readonly #attemptsOf: StatementSync;
  readonly #due: StatementSync;
  readonly #nextDue: StatementSync;
  readonly #waitingWebhooks: StatementSync;
  readonly #keepPayload: StatementSync;
  readonly #insertAttempt: StatementSync;
  readonly #end: StatementSync;
  readonly #again: StatementSync;

  constructor(ledger: Ledger) {
    const { database } = ledger;
    this.#ledger = ledger;
    this.#insert = database.prepare(
      `INSERT INTO webhook_delivery (id, agent, webhook, event, outcome, by_hand, state, created, due)
       VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?, ?)`,
    );
    const trim = `DELETE FROM webhook_delivery WHERE agent = :agent AND seq <=
      (SELECT seq FROM webhook_delivery WHERE agent = :agent ORDER BY seq DESC LIMIT 1 OFFSET :kept)`;
    this.#trimEnded = database.prepare(`${trim} AND due IS NULL`);
    this.#trimAll = database.prepare(trim);
    this.#page = database.prepare(`${summaries} WHERE d.agent = ? AND d.seq < ? ORDER BY d.seq DESC LIMIT ?`);
    this.#one = database.prepare(`${summaries} WHERE d.id = ?`);
    this.#attemptsOf = database.prepare('SELECT * FROM webhook_attempt WHERE delivery = ? ORDER BY number');
    this.#due = database.prepare(
      `SELECT id, agent, webhook, event, outcome, payload, attempts, by_hand FROM webhook_delivery
       WHERE webhook = ? AND due <= ? AND (by_hand = 1 OR ?) ORDER BY due, seq LIMIT ?`,
    );
    this.#nextDue = database.prepare(
      `SELECT min(d.due) AS due FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook
       WHERE d.due IS NOT NULL AND (d.by_hand = 1 OR w.enabled = 1)`,
    );
    this.#waitingWebhooks = database.prepare(
      'SELECT DISTINCT webhook FROM webhook_delivery WHERE due IS NOT NULL AND due <= ?',
    );
    this.#keepPayload = database.prepare('UPDATE webhook_delivery SET payload = ? WHERE id = ?');
    this.#insertAttempt = database.prepare(
      `INSERT INTO webhook_attempt (delivery, number, at, duration, url, status, problem, exchange)
       SELECT seq, ?, ?, ?, ?, ?, ?, ? FROM webhook_delivery WHERE id = ?`,
    );
    this.#end = database.prepare(
      'UPDATE webhook_delivery SET state = ?, attempts = ?, due = ?, problem = ? WHERE id = ?',
    );
    this.#again = database.prepare(
      `UPDATE webhook_delivery SET state = 'waiting', due = ?, problem = NULL, by_hand = 1 WHERE id = ?`,
    );
  }

  /** Adds deliveries whose first attempt is due now; answers with their ids. */
  add(deliveries: readonly NewDelivery[], now: Date): string[] {
    return this.#ledger.transaction(() => {
      const ids = deliveries.map(({ agentId, webhookId, event, outcome }) => {
        const id = randomUUID();
        const told = outcome && JSON.stringify(outcome);
        const time = now.getTime();
        this.#insert.run(id, agentId, webhookId, event, told, Number(outcome === null), time, time);
        return id;
      });
      for (const agent of new Set(deliveries.map(({ agentId }) => agentId))) {
        this.#trimEnded.run({ agent, kept: keptDeliveries });
        this.#trimAll.run({ agent, kept: keptWaiting });
      }
      return ids;
    });
  }

  /** Newest first; `before` is the `next` of the page above. */
  list(
    agentId: string,
    { limit, before }: { readonly limit: number; readonly before?: string | undefined },
  ): { deliveries: WebhookDelivery[]; next: string | null } {
    const from =
      before === undefined || !/^\d{1,15}$/.test(before) ? Number.MAX_SAFE_INTEGER : Number(before);
    const found = this.#page.all(agentId, from, limit + 1);
    const rows = found.slice(0, limit);
    return {
      deliveries: rows.map(summaryOf),
      next: found.length > limit ? String(rows.at(-1)?.['seq']) : null,
    };
  }

  find(id: string): WebhookDelivery | undefined {
    const row = this.#one.get(id);
    return row && summaryOf(row);
  }

  /** @throws RestanteError `webhook.delivery-not-found` */
  detail(id: string): WebhookDeliveryDetail {
    const row = this.#one.get(id);
    if (row === undefined) {
      throw new RestanteError('webhook.delivery-not-found', { id });
    }
    const attempts = this.#attemptsOf.all(Number(row['seq']));
    return { ...summaryOf(row), attemptLog: attempts.map(attemptOf) };
  }

  /** At most `limit` deliveries to a webhook that are due, the longest due first; of a paused one those by hand. */
  due(webhook: { readonly id: string; readonly enabled: boolean }, now: Date, limit: number): DueDelivery[] {
    return this.#due.all(webhook.id, now.getTime(), Number(webhook.enabled), limit).map(dueOf);
  }

  /** The webhooks that something waits for now. */
  webhooksWithDue(now: Date): string[] {
    return this.#waitingWebhooks.all(now.getTime()).map((row) => String(row['webhook']));
  }

  /** Whether an attempt is still to come by itself. */
  get hasWaiting(): boolean {
    return typeof this.#nextDue.get()?.['due'] === 'number';
  }

  keepPayload(id: string, payload: string): void {
    this.#keepPayload.run(payload, id);
  }

  /** An attempt, and what it means for its delivery; passed over when the delivery is gone in the meantime. */
  recordAttempt(id: string, attempt: WebhookAttempt, end: AttemptEnd): void {
    const { number, at, durationMs, request, response, problem } = attempt;
    const exchange: Exchange = { request, response };
    this.#ledger.transaction(() => {
      this.#insertAttempt.run(
        number,
        Date.parse(at),
        durationMs,
        request.url,
        response?.status ?? null,
        problem,
        JSON.stringify(exchange),
        id,
      );
      this.#end.run(end.state, number, end.due, end.problem, id);
    });
  }

  /** A delivery of which nothing can be sent. */
  giveUp(due: Pick<DueDelivery, 'id' | 'attempts'>, problem: string): void {
    this.#end.run('failed', due.attempts, null, problem, due.id);
  }

  /** Has a delivery attempted once more. */
  again(id: string, now: Date): void {
    this.#again.run(now.getTime(), id);
  }
}

function summaryOf(row: Row): WebhookDelivery {
  const outcome = outcomeIn(row);
  return {
    id: String(row['id']),
    agentId: String(row['agent']),
    webhookId: String(row['webhook']),
    event: eventOf(row),
    cause: outcome === null ? 'test' : 'outcome',
    url: String(row['url']),
    messageId: outcome?.messageId ?? null,
    recipient: outcome?.recipient ?? null,
    state: webhookDeliverySchema.shape.state.parse(row['state']),
    attempts: Number(row['attempts']),
    status: numberOrNull(row['status']),
    durationMs: numberOrNull(row['duration']),
    problem: textOrNull(row['problem']),
    createdAt: new Date(Number(row['created'])).toISOString(),
    lastAttemptAt: timeOrNull(row['at']),
    nextAttemptAt: timeOrNull(row['due']),
  };
}

function attemptOf(row: Row): WebhookAttempt {
  const exchange = JSON.parse(String(row['exchange'])) as Exchange;
  return {
    ...exchange,
    number: Number(row['number']),
    at: new Date(Number(row['at'])).toISOString(),
    durationMs: Number(row['duration']),
    problem: textOrNull(row['problem']),
  };
}

function dueOf(row: Row): DueDelivery {
  return {
    id: String(row['id']),
    agentId: String(row['agent']),
    webhookId: String(row['webhook']),
    event: eventOf(row),
    outcome: outcomeIn(row),
    payload: textOrNull(row['payload']),
    attempts: Number(row['attempts']),
    byHand: row['by_hand'] === 1,
  };
}

function eventOf(row: Row): WebhookEvent {
  return webhookDeliverySchema.shape.event.parse(row['event']);
}

function outcomeIn(row: Row): Outcome | null {
  const text = textOrNull(row['outcome']);
  return text === null ? null : outcomeSchema.parse(JSON.parse(text));
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function timeOrNull(value: unknown): string | null {
  return typeof value === 'number' ? new Date(value).toISOString() : null;
}
