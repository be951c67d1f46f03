import type { Webhook, WebhookAttempt, WebhookDelivery } from '#shared/webhook.ts';
import type { AttemptEnd, DueDelivery, WebhookLog } from '../ledger/webhook-log.ts';
import type { Webhooks } from '../ledger/webhooks.ts';
import type { Clock } from '../tls/clock.ts';
import { callWebhook, type CallOptions, type CallResult } from './call.ts';
import { requestOf, type WebhookRequest } from './request.ts';
import { nextAttemptAfter } from './retry-schedule.ts';

/** Requests that run at once to one webhook; the others wait their turn in the ledger. */
export const inFlightPerWebhook = 4;

/** Milliseconds between looks at what has become due, while something waits. */
const tickMs = 1000;

export interface DispatcherParts {
  readonly webhooks: Webhooks;
  readonly log: WebhookLog;
  readonly clock: Clock;
  /** Makes the payload of a delivery that has none yet; undefined when its message is gone. */
  readonly payload: (due: DueDelivery) => Promise<string | undefined>;
  /** Counts a call of an agent's; answers with why it must not be made, or undefined. */
  readonly allowance: (agentId: string, now: Date) => string | undefined;
  /** Is told of every attempt that ended. */
  readonly ended: (delivery: WebhookDelivery) => void;
  readonly limitMs: CallOptions['limitMs'];
  readonly lookup: CallOptions['lookup'];
}

interface Flight {
  readonly webhookId: string;
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

/** Makes the attempts that are due, a few at once for each webhook. */
export class Dispatcher {
  readonly #parts: DispatcherParts;
  /** By the ids of their deliveries. */
  readonly #flights = new Map<string, Flight>();
  #stopTicking: (() => void) | undefined;
  #closed = false;

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
  }

  /** Takes up everything that is due. */
  resume(): void {
    for (const webhookId of this.#parts.log.webhooksWithDue(this.#parts.clock.now())) {
      this.attend(webhookId);
    }
    if (!this.#parts.log.hasWaiting) {
      this.#stopTicking?.();
      this.#stopTicking = undefined;
    } else {
      this.#tick();
    }
  }

  /** Takes up what is due at one webhook. */
  attend(webhookId: string): void {
    const running = [...this.#flights.values()].filter((flight) => flight.webhookId === webhookId).length;
    const webhook = this.#closed ? undefined : this.#parts.webhooks.find(webhookId);
    if (webhook === undefined) {
      return;
    }
    this.#tick();
    if (running >= inFlightPerWebhook) {
      return;
    }
    // What runs is still due as the ledger knows it.
    const due = this.#parts.log.due(webhook, this.#parts.clock.now(), inFlightPerWebhook + running);
    const free = due.filter(({ id }) => !this.#flights.has(id)).slice(0, inFlightPerWebhook - running);
    for (const delivery of free) {
      this.#takeOff(webhook, delivery);
    }
  }

  /** Breaks off what is on its way to webhooks that are gone. */
  abandonGone(): void {
    for (const { webhookId, abort } of this.#flights.values()) {
      if (this.#parts.webhooks.find(webhookId) === undefined) {
        abort.abort();
      }
    }
  }

  /** Breaks off every request; each is made again after the next start. Idempotent. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#stopTicking?.();
    const flights = [...this.#flights.values()];
    for (const { abort } of flights) {
      abort.abort();
    }
    await Promise.all(flights.map(({ done }) => done));
  }

  #takeOff(webhook: Webhook, due: DueDelivery): void {
    const abort = new AbortController();
    const done = this.#attempt(webhook, due, abort.signal)
      .then(() => true)
      .catch((error: unknown) => {
        // The ledger cannot be written: the delivery stays due, for the next tick.
        process.emitWarning(error instanceof Error ? error : String(error));
        return false;
      })
      .then((settled) => {
        this.#flights.delete(due.id);
        if (settled) {
          this.attend(webhook.id);
        }
      });
    this.#flights.set(due.id, { webhookId: webhook.id, abort, done });
  }

  async #attempt(webhook: Webhook, due: DueDelivery, signal: AbortSignal): Promise<void> {
    const { webhooks, log, clock, limitMs, lookup } = this.#parts;
    const payload = due.payload ?? (await this.#parts.payload(due));
    if (signal.aborted) {
      return;
    }
    if (payload === undefined) {
      log.giveUp(due, 'The message was deleted before its event could be sent.');
      this.#tell(due.id);
      return;
    }
    if (due.payload === null) {
      log.keepPayload(due.id, payload);
    }
    const at = clock.now();
    const overDay = this.#parts.allowance(webhook.agentId, at);
    if (overDay !== undefined) {
      log.giveUp(due, overDay);
      this.#tell(due.id);
      return;
    }
    const started = performance.now();
    const request = requestOf(webhook, webhooks.key(webhook.agentId, at).key, payload, at);
    const result = await callWebhook(request, { allowRemote: webhook.allowRemote, limitMs, lookup, signal });
    if (!signal.aborted) {
      const durationMs = Math.round(performance.now() - started);
      const number = due.attempts + 1;
      log.recordAttempt(
        due.id,
        attemptOf({ number, at, durationMs, request, result }),
        this.#endOf(due, result),
      );
      this.#tell(due.id);
    }
  }

  #endOf(due: DueDelivery, { problem, isFinal }: CallResult): AttemptEnd {
    if (problem === null) {
      return { state: 'delivered', due: null, problem };
    }
    const next = isFinal || due.byHand ? null : nextAttemptAfter(due.attempts + 1, this.#parts.clock.now());
    return { state: next === null ? 'failed' : 'waiting', due: next?.getTime() ?? null, problem };
  }

  #tell(id: string): void {
    const delivery = this.#parts.log.find(id);
    if (delivery !== undefined) {
      this.#parts.ended(delivery);
    }
  }

  #tick(): void {
    this.#stopTicking ??= this.#parts.clock.every(tickMs, () => this.resume());
  }
}

function attemptOf(parts: {
  readonly number: number;
  readonly at: Date;
  readonly durationMs: number;
  readonly request: WebhookRequest;
  readonly result: CallResult;
}): WebhookAttempt {
  const { number, at, durationMs, request, result } = parts;
  const { url, headers, body } = request;
  return {
    number,
    at: at.toISOString(),
    durationMs,
    request: { url, headers: headers.map(([name, value]) => [name, value]), body },
    response: result.response,
    problem: result.problem,
  };
}
