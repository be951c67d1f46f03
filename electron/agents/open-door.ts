import type { AgentConfig, ChannelName } from '#shared/agent.ts';
import { assertNever } from '#shared/assert.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type CertificateSource, type Door, loopbackHosts } from '../net/door.ts';
import type { Intake } from '../road/parcel.ts';
import { openSmtpDoor } from '../smtp/smtp-door.ts';
import { openApiDoor } from '../zeptomail/api-door.ts';
import type { OpenAgentDoor } from './office.ts';

/** What every door is given. */
export interface DoorSupplies {
  readonly intake: Intake;
  readonly ledger: Ledger;
  readonly certificate: CertificateSource;
}

/** Opens the doors of agents on loopback, in both families. */
export function openAgentDoor(supplies: DoorSupplies): OpenAgentDoor {
  return async (agent: () => AgentConfig, channel: ChannelName, port: number): Promise<Door> => {
    const options = { ...supplies, agent, address: { hosts: loopbackHosts, port } };
    switch (channel) {
      case 'smtp':
      case 'smtps':
        return openSmtpDoor({ ...options, channel });
      case 'api':
      case 'apis':
        return openApiDoor({ ...options, channel });
      default:
        return assertNever(channel);
    }
  };
}
