import {
  type Agent,
  type AgentConfig,
  type ChannelName,
  channelNames,
  type CreateAgent,
  type PatchAgent,
  type SendMailToken,
  type ShortPassword,
} from '#shared/agent.ts';
import { assertNonNullable } from '#shared/assert.ts';
import { RestanteError } from '#shared/errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Door } from '../net/door.ts';
import { nextFreePort } from '../net/free-port.ts';
import type { Announcer } from '../road/announcer.ts';
import type { Archive } from '../road/archive.ts';
import type { AgentOffice } from './agent-office.ts';
import {
  newAgent,
  patched,
  refuseTakenName,
  refuseTooMany,
  refuseTooManySandboxes,
  reordered,
} from './configure.ts';
import {
  newShortPassword,
  newToken,
  refuseTakenCredentials,
  replaceShortPassword,
  replaceToken,
  withShortPassword,
  withToken,
} from './credentials.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import {
  type ChannelPorts,
  configuredPorts,
  gatewayAsOwner,
  newPorts,
  portBases,
  type PortOwner,
  type PortPolicy,
  refusePortConflicts,
} from './ports.ts';
import type { AgentRegistry } from './registry.ts';
import { RunningAgent } from './running-agent.ts';

/** Opens one door of an agent; `config` answers with the agent's configuration at any later moment. */
export type OpenAgentDoor = (config: () => AgentConfig, channel: ChannelName, port: number) => Promise<Door>;

export interface OfficeParts {
  readonly registry: AgentRegistry;
  readonly archive: Pick<Archive, 'counts' | 'deleteAgent' | 'keep'>;
  readonly ledger: Pick<Ledger, 'deleteAgent'>;
  readonly announcer: Announcer;
  readonly openDoor: OpenAgentDoor;
  readonly portPolicy: PortPolicy;
  /** The gateway's ports as configured at this moment: no agent gets them. */
  readonly gateway: () => Pick<AgentConfig, 'channels'>;
  /** Whatever decides on ports and on who exists is decided one after the other, the gateway's ports too. */
  readonly decisions: OneAtATime;
  readonly now: () => Date;
}

/** The Mail Agents: their configuration in the registry, and the doors that run by it. */
export class Office implements AgentOffice {
  readonly #parts: OfficeParts;
  readonly #running = new Map<string, RunningAgent>();
  /** Agents whose change is announced in a moment; several changes at once make one announcement. */
  readonly #toAnnounce = new Set<string>();

  constructor(parts: OfficeParts) {
    this.#parts = parts;
    for (const config of parts.registry.list()) {
      this.#employ(config);
    }
  }

  /** Opens the doors of every agent that is switched on; resolves when each listens or failed. */
  async open(): Promise<void> {
    await Promise.all([...this.#running.values()].map((running) => running.settle()));
  }

  /** Closes every door. Bounded in time; idempotent. */
  async close(): Promise<void> {
    await this.#parts.decisions.run(async () => {
      await Promise.all([...this.#running.values()].map((running) => running.close()));
    });
  }

  /** Their configurations, in the order of the person. */
  get configs(): readonly AgentConfig[] {
    return this.#parts.registry.list();
  }

  list(): Agent[] {
    return this.#parts.registry.list().map((config) => this.#view(config));
  }

  get(id: string): Agent {
    return this.#view(this.#parts.registry.get(id));
  }

  async create(wish: CreateAgent): Promise<Agent> {
    const { registry, announcer, now } = this.#parts;
    const config = await this.#parts.decisions.run(async () => {
      refuseTooMany(registry.list());
      const agent = newAgent(wish, await this.#portsFor(wish), now(), registry.list().length);
      refuseTooManySandboxes(agent, registry.list());
      refuseTakenName(agent, registry.list());
      refusePortConflicts(agent, this.#portOwners());
      refuseTakenCredentials(agent, registry.list());
      this.#employ(agent);
      try {
        await registry.change((agents) => [...agents, agent]);
      } catch (error) {
        this.#running.delete(agent.id);
        throw error;
      }
      announcer.announce({ type: 'agent.created', agent: this.get(agent.id) });
      return agent;
    });
    return this.#settled(config.id);
  }

  async patch(id: string, wish: PatchAgent): Promise<Agent> {
    await this.#parts.decisions.run(() =>
      this.#change(id, (agent, all) => {
        const next = patched(agent, wish);
        refuseTakenName(next, all);
        // An agent that conflicts already (a file edited by hand) may still be renamed.
        if (wish.channels !== undefined) {
          refusePortConflicts(next, this.#portOwners());
        }
        return next;
      }),
    );
    return this.#settled(id, { retry: wish.enabled === true });
  }

  async delete(id: string): Promise<void> {
    const { registry, archive, ledger, announcer } = this.#parts;
    await this.#parts.decisions.run(async () => {
      registry.get(id);
      if (registry.list().length === 1) {
        throw new RestanteError('agent.last');
      }
      const running = this.#runningAgent(id);
      await running.close();
      try {
        await archive.deleteAgent(id);
        ledger.deleteAgent(id);
        await registry.change((agents) => agents.filter((agent) => agent.id !== id));
      } catch (error) {
        await running.reopen();
        throw error;
      }
      this.#running.delete(id);
      announcer.announce({ type: 'agent.deleted', agentId: id });
    });
  }

  async order(ids: readonly string[]): Promise<Agent[]> {
    await this.#parts.registry.change((agents) => reordered(agents, ids));
    this.#parts.announcer.announce({ type: 'agents.reordered', ids: [...ids] });
    return this.list();
  }

  async start(id: string): Promise<Agent> {
    return this.patch(id, { enabled: true });
  }

  async stop(id: string): Promise<Agent> {
    return this.patch(id, { enabled: false });
  }

  async takeFreePort(id: string, channel: ChannelName): Promise<Agent> {
    const { registry } = this.#parts;
    await this.#parts.decisions.run(async () => {
      const after = registry.get(id).channels[channel].port || portBases[channel];
      const port = await nextFreePort(after, { avoid: configuredPorts(this.#portOwners()) });
      await this.#change(id, (agent) => patched(agent, { channels: { [channel]: { port } } }));
    });
    return this.#settled(id);
  }

  async createToken(id: string): Promise<SendMailToken> {
    const token = newToken(this.#parts.now());
    await this.#change(id, (agent) => withToken(agent, token));
    return token;
  }

  async rotateToken(id: string, tokenId: string): Promise<SendMailToken> {
    const token = newToken(this.#parts.now(), tokenId);
    await this.#change(id, (agent) => replaceToken(agent, tokenId, token));
    return token;
  }

  async revokeToken(id: string, tokenId: string): Promise<void> {
    await this.#change(id, (agent) => replaceToken(agent, tokenId, undefined));
  }

  async createShortPassword(id: string): Promise<ShortPassword> {
    const shortPassword = newShortPassword(this.#parts.now());
    await this.#change(id, (agent) => withShortPassword(agent, shortPassword));
    return shortPassword;
  }

  async rotateShortPassword(id: string, passwordId: string): Promise<ShortPassword> {
    const wanted = newShortPassword(this.#parts.now(), passwordId);
    const config = await this.#change(id, (agent) => replaceShortPassword(agent, passwordId, wanted));
    const kept = config.shortPasswords.find((one) => one.id === passwordId);
    assertNonNullable(kept, 'replaceShortPassword throws when there is none');
    return kept;
  }

  async revokeShortPassword(id: string, passwordId: string): Promise<void> {
    await this.#change(id, (agent) => replaceShortPassword(agent, passwordId, undefined));
  }

  async #change(
    id: string,
    next: (agent: AgentConfig, all: readonly AgentConfig[]) => AgentConfig,
  ): Promise<AgentConfig> {
    const { registry, archive } = this.#parts;
    const before = registry.get(id).retention;
    const config = await registry.update(id, next);
    if (JSON.stringify(config.retention) !== JSON.stringify(before)) {
      archive.keep(id, config.retention);
    }
    this.#announceSoon(id);
    return config;
  }

  async #settled(id: string, options: { readonly retry?: boolean } = {}): Promise<Agent> {
    await this.#runningAgent(id).settle(options);
    return this.get(id);
  }

  #employ(config: AgentConfig): void {
    const { registry, archive, openDoor } = this.#parts;
    const { id } = config;
    // The last known configuration serves the doors while a deleted agent's doors close.
    let known = config;
    const current = (): AgentConfig => (known = registry.has(id) ? registry.get(id) : known);
    const running = new RunningAgent(
      current,
      (channel, port) => openDoor(current, channel, port),
      () => this.#announceSoon(id),
    );
    this.#running.set(id, running);
    archive.keep(id, config.retention);
  }

  #runningAgent(id: string): RunningAgent {
    const running = this.#running.get(id);
    if (running === undefined) {
      throw new RestanteError('agent.not-found', { id });
    }
    return running;
  }

  async #portsFor(wish: CreateAgent): Promise<ChannelPorts> {
    const named = channelNames.every((channel) => wish.channels?.[channel] !== undefined);
    return newPorts(named ? 'any' : this.#parts.portPolicy, this.#portOwners());
  }

  #portOwners(): readonly PortOwner[] {
    return [...this.#parts.registry.list(), gatewayAsOwner(this.#parts.gateway())];
  }

  #announceSoon(id: string): void {
    if (this.#toAnnounce.size === 0) {
      queueMicrotask(() => {
        const ids = [...this.#toAnnounce];
        this.#toAnnounce.clear();
        for (const changed of ids.filter((one) => this.#parts.registry.has(one))) {
          this.#parts.announcer.announce({ type: 'agent.changed', agent: this.get(changed) });
        }
      });
    }
    this.#toAnnounce.add(id);
  }

  #view(config: AgentConfig): Agent {
    return {
      ...config,
      ...this.#runningAgent(config.id).view(),
      counts: this.#parts.archive.counts(config.id),
    };
  }
}
