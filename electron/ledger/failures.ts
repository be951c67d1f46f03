import { randomUUID } from 'node:crypto';
import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import { RestanteError } from '#shared/errors.ts';
import {
  type CreateFailure,
  createFailureSchema,
  type Failure,
  type FailureEffect,
  failureLimit,
  type PatchFailure,
} from '#shared/failure.ts';
import { chance, decideFailure, type FailureCount, nothingCounted, type Occasion } from './decide-failure.ts';
import type { Ledger } from './ledger.ts';

interface Switch {
  failure: Failure;
  count: FailureCount;
}

/** A switch that is used now. */
export interface Fired {
  readonly effect: FailureEffect;
  /** Milliseconds to wait, jitter included; 0 where it is no latency. */
  readonly waitMs: number;
}

const nothing: readonly Fired[] = [];

/** After one of these nothing else is asked: there is one answer only. */
const final: ReadonlySet<FailureEffect['kind']> = new Set([
  'api-refusal',
  'api-rate-limit',
  'api-reset',
  'api-html-error',
  'smtp-reply',
  'smtp-drop',
] as const);

/** The failure laboratory: its switches are kept, how often they were used is known until Restante stops. */
export class Failures {
  /** Is told the agent whose switches changed, or were used. */
  onChanged: (agentId: string) => void = () => undefined;

  readonly #database: Ledger['database'];
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #delete: StatementSync;
  /** By agent, oldest first; agents without a switch are not in it. */
  readonly #switches = new Map<string, Switch[]>();

  constructor({ database }: Pick<Ledger, 'database'>) {
    this.#database = database;
    this.#insert = database.prepare(
      'INSERT INTO failure (id, agent, enabled, settings, remaining, created) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#update = database.prepare(
      'UPDATE failure SET enabled = ?, settings = ?, remaining = ? WHERE id = ?',
    );
    this.#delete = database.prepare('DELETE FROM failure WHERE id = ?');
    for (const row of database.prepare('SELECT * FROM failure ORDER BY seq').all()) {
      this.#keep(failureOf(row));
    }
  }

  /**
   * What goes wrong on purpose at this moment, oldest switch first; an agent without switches costs one look into a map.
   * It decides and counts in one go, so that requests at the same time never use one switch twice.
   */
  decide(agentId: string, occasion: Occasion): readonly Fired[] {
    const switches = this.#switches.get(agentId);
    if (switches === undefined) {
      return nothing;
    }
    const fired: Fired[] = [];
    for (const one of switches) {
      const decision = decideFailure(one.failure, one.count, occasion);
      if (decision === undefined) {
        continue;
      }
      one.count = decision.count;
      if (!decision.fires) {
        continue;
      }
      const { effect } = one.failure;
      fired.push({ effect, waitMs: waitOf(one) });
      this.#countDown(one);
      this.onChanged(agentId);
      if (final.has(effect.kind)) {
        break;
      }
    }
    return fired;
  }

  list(agentId: string): Failure[] {
    return (this.#switches.get(agentId) ?? []).map(shown);
  }

  all(): Failure[] {
    return [...this.#switches.values()].flat().map(shown);
  }

  /** @throws RestanteError `failure.limit` */
  create(agentId: string, wish: CreateFailure, now: Date): Failure {
    if (this.list(agentId).length >= failureLimit) {
      throw new RestanteError('failure.limit', { limit: failureLimit });
    }
    const failure = {
      ...wish,
      id: randomUUID(),
      agentId,
      left: leftOf(wish),
      seen: 0,
      fired: 0,
      createdAt: now.toISOString(),
    };
    const { enabled, id, left } = failure;
    this.#insert.run(id, agentId, Number(enabled), settingsOf(failure), left, now.getTime());
    const kept = this.#keep(failure);
    this.onChanged(agentId);
    return shown(kept);
  }

  /** Counts anew. @throws RestanteError `failure.not-found`, `request.invalid` */
  patch(agentId: string, id: string, wish: PatchFailure): Failure {
    const one = this.#get(agentId, id);
    const { effect, when, recipients, senders, enabled } = { ...one.failure, ...wish };
    const checked = createFailureSchema.safeParse({ effect, when, recipients, senders, enabled });
    if (!checked.success) {
      const [issue] = checked.error.issues;
      const field = issue?.path.join('.') ?? '';
      throw new RestanteError('request.invalid', { reason: issue?.message ?? '' }, { field });
    }
    this.#change(one, { ...one.failure, ...checked.data, left: leftOf(checked.data) });
    one.count = nothingCounted;
    this.onChanged(agentId);
    return shown(one);
  }

  /** @throws RestanteError `failure.not-found` */
  delete(agentId: string, id: string): void {
    const one = this.#get(agentId, id);
    this.#delete.run(id);
    const rest = this.#switches.get(agentId)?.filter((other) => other !== one) ?? [];
    if (rest.length === 0) {
      this.#switches.delete(agentId);
    } else {
      this.#switches.set(agentId, rest);
    }
    this.onChanged(agentId);
  }

  /** Forgets the switches of an agent that is deleted; their rows go with its other rows. */
  forget(agentId: string): void {
    this.#switches.delete(agentId);
  }

  /** Answers with how many were on. */
  switchOff(agentId: string): number {
    const on = (this.#switches.get(agentId) ?? []).filter(({ failure }) => failure.enabled);
    for (const one of on) {
      this.#change(one, { ...one.failure, enabled: false });
    }
    this.onChanged(agentId);
    return on.length;
  }

  #countDown(one: Switch): void {
    const { left } = one.failure;
    if (left === null) {
      return;
    }
    const failure = { ...one.failure, left: left - 1, enabled: left > 1 };
    try {
      this.#change(one, failure);
    } catch (error) {
      // A door must not fail for another reason than its switch's: the count holds until Restante stops.
      one.failure = failure;
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  }

  #change(one: Switch, failure: Failure): void {
    // A door may still close while the ledger is closed already.
    if (this.#database.isOpen) {
      this.#update.run(Number(failure.enabled), settingsOf(failure), failure.left, failure.id);
    }
    one.failure = failure;
  }

  #keep(failure: Failure): Switch {
    const one = { failure, count: nothingCounted };
    this.#switches.set(failure.agentId, [...(this.#switches.get(failure.agentId) ?? []), one]);
    return one;
  }

  #get(agentId: string, id: string): Switch {
    const found = this.#switches.get(agentId)?.find(({ failure }) => failure.id === id);
    if (found === undefined) {
      throw new RestanteError('failure.not-found', { id });
    }
    return found;
  }
}

/** The jitter is chosen by the place in the sequence: a run can be repeated. */
function waitOf({ failure: { effect }, count }: Switch): number {
  return 'milliseconds' in effect
    ? effect.milliseconds + Math.round(chance(0, count.seen) * effect.jitterMilliseconds)
    : 0;
}

function shown({ failure, count }: Switch): Failure {
  return { ...failure, seen: count.seen, fired: count.fired };
}

function leftOf({ when }: Pick<Failure, 'when'>): number | null {
  return when.kind === 'next' ? when.count : null;
}

function settingsOf({ effect, when, recipients, senders }: Failure): string {
  return JSON.stringify({ effect, when, recipients, senders });
}

function failureOf(row: Record<string, SQLOutputValue>): Failure {
  const settings = JSON.parse(String(row['settings'])) as Pick<
    Failure,
    'effect' | 'when' | 'recipients' | 'senders'
  >;
  return {
    ...settings,
    id: String(row['id']),
    agentId: String(row['agent']),
    enabled: row['enabled'] === 1,
    left: row['remaining'] === null ? null : Number(row['remaining']),
    seen: 0,
    fired: 0,
    createdAt: new Date(Number(row['created'])).toISOString(),
  };
}
