import type { AgentConfig, ChannelName } from '#shared/agent.ts';
import { type Gateway, type GatewayConfig, gatewayConfigSchema, type PatchGateway } from '#shared/gateway.ts';
import type { OneAtATime } from '../agents/one-at-a-time.ts';
import { type DoorSupplies, openGatewayDoor } from '../agents/open-door.ts';
import {
  anyPorts,
  type ChannelPorts,
  configuredPorts,
  gatewayAsOwner,
  portBases,
  type PortPolicy,
  refusePortConflicts,
} from '../agents/ports.ts';
import { RunningAgent } from '../agents/running-agent.ts';
import { nextFreePort } from '../net/free-port.ts';
import type { Announcer } from '../road/announcer.ts';
import type { DoorAgents } from '../road/door-agents.ts';
import { apiChoice } from './api-choice.ts';
import { GatewayAttempts } from './attempts.ts';
import { mannerOf } from './manner.ts';
import type { Settings } from './settings.ts';
import { smtpChoice } from './smtp-choice.ts';

export interface GatewayParts extends DoorSupplies {
  readonly settings: Settings;
  /** All agents as configured at this moment, in the order of the person. */
  readonly agents: () => readonly AgentConfig[];
  /** Whatever decides on ports is decided one after the other, the agents' too. */
  readonly decisions: OneAtATime;
  readonly announcer: Announcer;
}

/** One SMTP server and one API for all agents, as in production, where all agents share one host. */
export class GatewayOffice {
  readonly #parts: GatewayParts;
  readonly #doors: RunningAgent;
  readonly #attempts = new GatewayAttempts(() => this.#announceSoon());
  #isAnnouncing = false;

  constructor(parts: GatewayParts) {
    const { agents, settings } = parts;
    this.#parts = parts;
    const common: DoorAgents = {
      own: () => null,
      manner: () => mannerOf(agents()),
      recordUnclaimed: (activity) => this.#attempts.record(activity),
    };
    this.#doors = new RunningAgent(
      () => settings.gateway,
      openGatewayDoor(parts, {
        smtp: { ...common, ...smtpChoice(agents) },
        api: { ...common, ...apiChoice(agents) },
      }),
      () => this.#announceSoon(),
    );
  }

  /** Opens the doors if the gateway is switched on; resolves when each listens or failed. Never rejects. */
  async open(): Promise<void> {
    await this.#doors.settle();
  }

  /** Closes every door. Bounded in time; idempotent. */
  async close(): Promise<void> {
    await this.#doors.close();
  }

  /** Its settings as they are kept. */
  get config(): GatewayConfig {
    return this.#parts.settings.gateway;
  }

  view(): Gateway {
    const { enabled } = this.#parts.settings.gateway;
    return { enabled, ...this.#doors.view(), attempts: [...this.#attempts.list()] };
  }

  /** What is left out stays; switching on tries failed channels again. @throws RestanteError `agent.port-conflict`. */
  async patch(wish: PatchGateway): Promise<Gateway> {
    await this.#parts.decisions.run(() =>
      this.#change((gateway) => {
        const next = patched(gateway, wish);
        if (wish.channels !== undefined) {
          refusePortConflicts(gatewayAsOwner(next), this.#parts.agents());
        }
        return next;
      }),
    );
    await this.#doors.settle({ retry: wish.enabled === true });
    return this.view();
  }

  /** Gives the channel the next free port, keeps it, and opens it if the gateway is on. @throws RestanteError `port.none-free`. */
  async takeFreePort(channel: ChannelName): Promise<Gateway> {
    await this.#parts.decisions.run(async () => {
      const { gateway } = this.#parts.settings;
      const after = gateway.channels[channel].port || portBases[channel];
      const avoid = configuredPorts([gateway, ...this.#parts.agents()]);
      const port = await nextFreePort(after, { avoid });
      await this.#change((before) => patched(before, { channels: { [channel]: { port } } }));
    });
    await this.#doors.settle();
    return this.view();
  }

  async #change(next: (gateway: GatewayConfig) => GatewayConfig): Promise<void> {
    await this.#parts.settings.changeGateway(next);
    this.#announceSoon();
  }

  #announceSoon(): void {
    if (!this.#isAnnouncing) {
      this.#isAnnouncing = true;
      setImmediate(() => {
        this.#isAnnouncing = false;
        this.#parts.announcer.announce({ type: 'gateway.changed' });
      });
    }
  }
}

function patched(gateway: GatewayConfig, wish: PatchGateway): GatewayConfig {
  return gatewayConfigSchema.parse({
    enabled: wish.enabled ?? gateway.enabled,
    channels: { ...gateway.channels, ...wish.channels },
  });
}

/** The gateway of a first run: the table's ports before those of the first agent, or any free ones at each start. */
export function firstGateway(policy: PortPolicy): GatewayConfig {
  const { smtp, smtps, api, apis }: ChannelPorts = policy === 'any' ? anyPorts : portBases;
  return {
    enabled: true,
    channels: { smtp: { port: smtp }, smtps: { port: smtps }, api: { port: api }, apis: { port: apis } },
  };
}
