import { type AgentConfig, type ChannelName, channelNames } from '#shared/agent.ts';
import { RestanteError } from '#shared/errors.ts';
import { isPortFree } from '../net/free-port.ts';

export type ChannelPorts = Readonly<Record<ChannelName, number>>;

/** New agents get the ports of the table, or any free port at each start (for runs beside each other). */
export type PortPolicy = 'default' | 'any';

/** Agent k gets the base plus k. */
export const portBases: ChannelPorts = { smtp: 2500, smtps: 4650, api: 8800, apis: 8440 };

/** More than there can be agents, as ports of other programs may have to be passed over. */
const highestSlot = 149;

/** Somebody who has ports: an agent, or the gateway. */
export type PortOwner = Pick<AgentConfig, 'id' | 'name' | 'channels'>;

/** The gateway as an owner of ports. */
export function gatewayAsOwner({ channels }: Pick<AgentConfig, 'channels'>): PortOwner {
  return { id: 'gateway', name: 'the gateway', channels };
}

/** The configured ports of an agent. */
export function portsOf(agent: Pick<AgentConfig, 'channels'>): ChannelPorts {
  const { smtp, smtps, api, apis } = agent.channels;
  return { smtp: smtp.port, smtps: smtps.port, api: api.port, apis: apis.port };
}

/** Every channel on any free port, chosen at each start. */
export const anyPorts: ChannelPorts = { smtp: 0, smtps: 0, api: 0, apis: 0 };

/** The ports of a new agent. @throws RestanteError `port.none-free`. */
export async function newPorts(
  policy: PortPolicy,
  agents: readonly Pick<AgentConfig, 'channels'>[],
): Promise<ChannelPorts> {
  return policy === 'any' ? anyPorts : firstFreeSlot(agents);
}

/** The four ports of slot k. */
export function portsOfSlot(k: number): ChannelPorts {
  return {
    smtp: portBases.smtp + k,
    smtps: portBases.smtps + k,
    api: portBases.api + k,
    apis: portBases.apis + k,
  };
}

/** Every port that some agent is configured to use. */
export function configuredPorts(agents: readonly Pick<AgentConfig, 'channels'>[]): Set<number> {
  return new Set(agents.flatMap((agent) => Object.values(portsOf(agent))).filter((port) => port !== 0));
}

/**
 * The ports of the first slot, none of which another agent is configured with or anything on this machine uses.
 * @throws RestanteError `port.none-free`
 */
export async function firstFreeSlot(
  agents: readonly Pick<AgentConfig, 'channels'>[],
  isFree: (port: number) => Promise<boolean> = isPortFree,
): Promise<ChannelPorts> {
  const taken = configuredPorts(agents);
  for (let k = 1; k <= highestSlot; k += 1) {
    const ports = portsOfSlot(k);
    const wanted = Object.values(ports);
    if (
      !wanted.some((port) => taken.has(port)) &&
      (await Promise.all(wanted.map((port) => isFree(port)))).every(Boolean)
    ) {
      return ports;
    }
  }
  throw new RestanteError('port.none-free', { port: portBases.smtp });
}

/**
 * Refuses a port that is configured twice, in this agent or by another owner. Port 0, any free port, never conflicts.
 * @throws RestanteError `agent.port-conflict`, with the field
 */
export function refusePortConflicts(
  agent: Pick<AgentConfig, 'id' | 'channels'>,
  others: readonly PortOwner[],
): void {
  const owners = new Map<number, string>();
  for (const other of others.filter(({ id }) => id !== agent.id)) {
    for (const channel of channelNames) {
      owners.set(other.channels[channel].port, `${other.name} (${channel})`);
    }
  }
  for (const channel of channelNames) {
    const { port } = agent.channels[channel];
    const owner = owners.get(port);
    if (port !== 0 && owner !== undefined) {
      throw new RestanteError('agent.port-conflict', { port, owner }, { field: `channels.${channel}.port` });
    }
    owners.set(port, `its own ${channel} channel`);
  }
}
