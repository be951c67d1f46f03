import type { Agent } from '#shared/agent.ts';
import type { AgentCounts } from '../store/protocol.ts';
import type { Announcer } from './announcer.ts';

const quietMs = 100;

/** The counts of every agent, and their announcement: at once when it was quiet, else once per 100 ms, the last one always. */
export class Counts {
  readonly #announcer: Announcer;
  readonly #counts = new Map<string, Agent['counts']>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #announced = new Map<string, Agent['counts']>();

  constructor(announcer: Announcer) {
    this.#announcer = announcer;
  }

  of(agentId: string): Agent['counts'] {
    return this.#counts.get(agentId) ?? { total: 0, unread: 0 };
  }

  /** Takes counts over without announcing them. */
  begin(counts: readonly AgentCounts[]): void {
    for (const [agentId, total, unread] of counts) {
      this.#counts.set(agentId, { total, unread });
      this.#announced.set(agentId, this.of(agentId));
    }
  }

  update(counts: readonly AgentCounts[]): void {
    for (const [agentId, total, unread] of counts) {
      this.#counts.set(agentId, { total, unread });
      if (!this.#timers.has(agentId)) {
        this.#announce(agentId);
      }
    }
  }

  forget(agentId: string): void {
    clearTimeout(this.#timers.get(agentId));
    this.#timers.delete(agentId);
    this.#counts.delete(agentId);
    this.#announced.delete(agentId);
  }

  close(): void {
    this.#timers.forEach((timer) => clearTimeout(timer));
    this.#timers.clear();
  }

  #announce(agentId: string): void {
    const counts = this.of(agentId);
    this.#announced.set(agentId, counts);
    this.#announcer.announce({ type: 'agent.counts', agentId, counts });
    this.#timers.set(agentId, setTimeout(() => this.#afterQuiet(agentId), quietMs).unref());
  }

  #afterQuiet(agentId: string): void {
    this.#timers.delete(agentId);
    const announced = this.#announced.get(agentId);
    const counts = this.of(agentId);
    if (announced?.total !== counts.total || announced.unread !== counts.unread) {
      this.#announce(agentId);
    }
  }
}
