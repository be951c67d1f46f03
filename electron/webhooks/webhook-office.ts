import { sandboxLimits } from '#shared/agent.ts';
import { randomUUID } from 'node:crypto';
import type { AppEvent } from '#shared/events.ts';
import { assertNonNullable } from '#shared/assert.ts';
import type { Outcome } from '#shared/outcome.ts';
import type {
  CreateWebhook,
  PatchWebhook,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookEvent,
  WebhookKey,
} from '#shared/webhook.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type DueDelivery, type NewDelivery, WebhookLog } from '../ledger/webhook-log.ts';
import { Webhooks } from '../ledger/webhooks.ts';
import type { Announcer } from '../road/announcer.ts';
import type { Archive, Page } from '../road/archive.ts';
import type { Clock } from '../tls/clock.ts';
import { createRequestIds, type RequestIds } from '../zeptomail/request-id.ts';
import type { CallOptions } from './call.ts';
import { Dispatcher } from './dispatcher.ts';
import { eventOf } from './event-data.ts';
import { payloadOf } from './payload.ts';
import { sampleHappening, sampleMessage } from './sample.ts';

/** Milliseconds that one request may take. */
const requestLimitMs = 10_000;

export interface WebhookOfficeParts {
  readonly ledger: Ledger;
  readonly archive: Pick<Archive, 'detail'>;
  readonly announcer: Announcer;
  readonly clock: Clock;
  /** The key of an agent that there is. */
  readonly agentKey: (agentId: string) => string;
  readonly isSandbox: (agentId: string) => boolean;
  readonly limitMs?: number;
  readonly lookup?: CallOptions['lookup'];
}

/** Tells the agents' webhooks what happened to their messages. */
export class WebhookOffice {
  readonly #parts: WebhookOfficeParts;
  readonly #webhooks: Webhooks;
  readonly #log: WebhookLog;
  readonly #dispatcher: Dispatcher;
  readonly #requestIds: RequestIds;
  readonly #stopListening: () => void;

  /** Listens from now on; nothing is sent before `start`. */
  constructor(parts: WebhookOfficeParts) {
    const { ledger, announcer, clock } = parts;
    this.#parts = parts;
    this.#webhooks = new Webhooks(ledger);
    this.#log = new WebhookLog(ledger);
    this.#requestIds = createRequestIds(() => clock.now().getTime());
    this.#dispatcher = new Dispatcher({
      webhooks: this.#webhooks,
      log: this.#log,
      clock,
      payload: (due) => this.#payload(due),
      allowance: (agentId, now) => this.#allowance(agentId, now),
      ended: (delivery) => announcer.announce({ type: 'webhook.delivered', delivery }),
      limitMs: parts.limitMs ?? requestLimitMs,
      lookup: parts.lookup,
    });
    this.#stopListening = announcer.listen((event) => this.#hear(event));
  }

  /** Goes on with what waited when the last run ended. */
  start(): void {
    this.#dispatcher.resume();
  }

  /** Breaks off what is on its way, which is sent after the next start. Idempotent. */
  async close(): Promise<void> {
    this.#stopListening();
    await this.#dispatcher.close();
  }

  /** Whether any webhook of the agent is to hear of an event. */
  wants(agentId: string, event: WebhookEvent): boolean {
    return this.#webhooks.subscribed(agentId, event).length > 0;
  }

  list(agentId: string): Webhook[] {
    return this.#webhooks.list(agentId);
  }

  /** @throws RestanteError `webhook.limit` */
  create(agentId: string, wish: CreateWebhook): Webhook {
    const webhook = this.#webhooks.create(agentId, wish, this.#now());
    this.#announceChange(agentId);
    return webhook;
  }

  /** @throws RestanteError `webhook.not-found` */
  patch(agentId: string, id: string, wish: PatchWebhook): Webhook {
    const webhook = this.#webhooks.patch(agentId, id, wish);
    this.#announceChange(agentId);
    this.#dispatcher.attend(id);
    return webhook;
  }

  /** @throws RestanteError `webhook.not-found` */
  delete(agentId: string, id: string): void {
    this.#webhooks.delete(agentId, id);
    this.#dispatcher.abandonGone();
    this.#announceChange(agentId);
  }

  /** Sends a sample of an event, whether or not the webhook takes it. @throws RestanteError `webhook.not-found` */
  test(agentId: string, webhookId: string, event: WebhookEvent): WebhookDelivery {
    this.#webhooks.get(agentId, webhookId);
    const [id] = this.#enqueue([{ agentId, webhookId, event, outcome: null }]);
    assertNonNullable(id, 'one delivery has one id');
    return this.#log.detail(id);
  }

  deliveries(agentId: string, page: Page): { deliveries: WebhookDelivery[]; next: string | null } {
    return this.#log.list(agentId, page);
  }

  /** @throws RestanteError `webhook.delivery-not-found` */
  delivery(id: string): WebhookDeliveryDetail {
    return this.#log.detail(id);
  }

  /** Sends once more, whatever came of it before. @throws RestanteError `webhook.delivery-not-found` */
  redeliver(id: string): WebhookDelivery {
    const { webhookId } = this.#log.detail(id);
    this.#log.again(id, this.#now());
    this.#dispatcher.attend(webhookId);
    return this.#log.detail(id);
  }

  key(agentId: string): WebhookKey {
    return this.#webhooks.key(agentId, this.#now());
  }

  restoreKey(agentId: string, key: string): void {
    this.#webhooks.restoreKey(agentId, key, this.#now());
    this.#announceChange(agentId);
  }

  rotateKey(agentId: string): WebhookKey {
    const key = this.#webhooks.rotateKey(agentId, this.#now());
    this.#announceChange(agentId);
    return key;
  }

  #hear(event: AppEvent): void {
    try {
      if (event.type === 'outcome.recorded') {
        this.#tell(event.outcome);
      } else if (event.type === 'agent.deleted') {
        this.#webhooks.forget(event.agentId);
        this.#dispatcher.abandonGone();
      }
    } catch (error) {
      // Whoever announces has work of its own, which a full disk here must not undo.
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  }

  #tell(outcome: Outcome): void {
    const { agentId } = outcome;
    const event = eventOf(outcome);
    const subscribed = this.#webhooks.subscribed(agentId, event);
    if (subscribed.length > 0 && !this.#isShownAgain(outcome)) {
      this.#enqueue(subscribed.map(({ id }) => ({ agentId, webhookId: id, event, outcome })));
    }
  }

  /** A mail that is shown again is one more open in the log; ZeptoMail tells of a recipient's first one only. */
  #isShownAgain({ id, messageId, recipient, kind, origin }: Outcome): boolean {
    return (
      origin === 'preview' &&
      this.#parts.ledger.outcomes
        .of(messageId)
        .some((other) => other.id !== id && other.kind === kind && other.recipient === recipient)
    );
  }

  #enqueue(deliveries: readonly NewDelivery[]): string[] {
    const ids = this.#log.add(deliveries, this.#now());
    for (const { webhookId } of deliveries) {
      this.#dispatcher.attend(webhookId);
    }
    return ids;
  }

  /** Made once, for the first attempt: every later one sends the same bytes. */
  async #payload({ agentId, event, outcome }: DueDelivery): Promise<string | undefined> {
    const now = this.#now();
    const agentKey = this.#parts.agentKey(agentId);
    const webhookRequestId = this.#requestIds(agentKey, 'w1');
    const common = { event, agentKey, webhookRequestId };
    if (outcome === null) {
      const message = sampleMessage(randomUUID(), this.#requestIds(agentKey, 'm1'), now);
      return payloadOf({ ...common, message, happening: sampleHappening(event, now) });
    }
    const message = await this.#parts.archive.detail(outcome.messageId);
    return message && payloadOf({ ...common, message, happening: outcome });
  }

  #allowance(agentId: string, now: Date): string | undefined {
    const { ledger, isSandbox } = this.#parts;
    if (!isSandbox(agentId)) {
      return undefined;
    }
    const { webhookCallsPerDay } = sandboxLimits;
    if (ledger.sandboxDays.used(agentId, 'webhook call', now) >= webhookCallsPerDay) {
      return `The sandbox agent has made its ${webhookCallsPerDay} webhook calls of the day (UTC).`;
    }
    ledger.sandboxDays.add(agentId, 'webhook call', 1, now);
    return undefined;
  }

  #announceChange(agentId: string): void {
    this.#parts.announcer.announce({ type: 'webhooks.changed', agentId });
  }

  #now(): Date {
    return this.#parts.clock.now();
  }
}
