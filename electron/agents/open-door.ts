import type { Agent, AgentConfig, ChannelName } from '#shared/agent.ts';
import { assertNever } from '#shared/assert.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type CertificateSource, type Door, loopbackHosts } from '../net/door.ts';
import type { Intake } from '../road/parcel.ts';
import type { Outcomes } from '../road/outcomes.ts';
import { ownSmtpAgents, type SmtpAgents } from '../smtp/smtp-agents.ts';
import { openSmtpDoor } from '../smtp/smtp-door.ts';
import { type ApiAgents, ownApiAgents } from '../zeptomail/api-agents.ts';
import { openApiDoor } from '../zeptomail/api-door.ts';
import type { Account } from '../zeptomail/management/account.ts';
import type { Clock } from '../tls/clock.ts';
import type { OpenDoor } from './channel.ts';
import type { OpenAgentDoor } from './office.ts';

/** What every door is given. */
export interface DoorSupplies {
  readonly intake: Intake;
  readonly ledger: Ledger;
  readonly outcomes: Outcomes;
  readonly account: Account;
  readonly certificate: CertificateSource;
  readonly clock: Clock;
}

/** How the two kinds of doors find the agent of what comes in. */
export interface AgentsOfDoors {
  readonly smtp: SmtpAgents;
  readonly api: ApiAgents;
}

/** Opens the doors of agents on loopback, in both families. */
export function openAgentDoor(supplies: DoorSupplies): OpenAgentDoor {
  return (agent: () => AgentConfig, channel: ChannelName, port: number) =>
    openDoor(supplies, { smtp: ownSmtpAgents(agent), api: ownApiAgents(agent) }, channel, port);
}

/** Opens the gateway's doors on loopback, in both families. */
export function openGatewayDoor(supplies: DoorSupplies, agents: AgentsOfDoors): OpenDoor {
  return (channel, port) => openDoor(supplies, agents, channel, port);
}

async function openDoor(
  supplies: DoorSupplies,
  agents: AgentsOfDoors,
  channel: ChannelName,
  port: number,
): Promise<Door> {
  const address = { hosts: loopbackHosts, port };
  const now = (): Date => supplies.clock.now();
  switch (channel) {
    case 'smtp':
    case 'smtps':
      return openSmtpDoor({
        ...supplies,
        address,
        agents: agents.smtp,
        channel,
        apiOrigin: (agentId) =>
          apiOriginOf(
            supplies.account
              .agents()
              .list()
              .find(({ id }) => id === agentId),
          ),
      });
    case 'api':
      return openApiDoor({ ...supplies, now, address, agents: agents.api, channel });
    case 'apis':
      return openApiDoor({ ...supplies, now, address, agents: agents.api, channel });
    default:
      return assertNever(channel);
  }
}

/** An agent's own API as programs on this machine reach it; null when it is not open. */
function apiOriginOf(agent: Agent | undefined): string | null {
  if (agent?.channels.api.state === 'listening') {
    return `http://127.0.0.1:${agent.channels.api.port}`;
  }
  return agent?.channels.apis.state === 'listening' ? `https://127.0.0.1:${agent.channels.apis.port}` : null;
}
