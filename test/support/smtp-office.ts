import type { AgentConfig } from '#shared/agent.ts';
import { onTestFinished } from 'vitest';
import { Ledger } from '../../electron/ledger/ledger.ts';
import { type Door, loopbackHosts } from '../../electron/net/door.ts';
import { Announcer } from '../../electron/road/announcer.ts';
import type { Intake } from '../../electron/road/parcel.ts';
import { type Road, openRoad } from '../../electron/road/road.ts';
import { openSmtpDoor, type SmtpDoorOptions } from '../../electron/smtp/smtp-door.ts';
import { type Authority, openAuthority } from '../../electron/tls/authority.ts';
import { agentConfig } from './agent-configs.ts';
import { SmtpClient } from './smtp-client.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { WatchedRoad } from './watched-road.ts';

interface SmtpOfficeOptions extends Pick<Partial<SmtpDoorOptions>, 'channel' | 'limits' | 'apiOrigin'> {
  readonly agent?: Partial<AgentConfig>;
  /** Stands between the door and the road. */
  readonly intake?: (road: Road) => Intake;
}

/** One agent's SMTP door with the real road and a real certificate behind it, in a temporary folder. */
export class SmtpOffice extends WatchedRoad {
  readonly authority: Authority;
  readonly door: Door;
  readonly ledger: Ledger;
  agent: AgentConfig;

  private constructor(parts: {
    road: Road;
    authority: Authority;
    door: Door;
    ledger: Ledger;
    agent: AgentConfig;
    announcer: Announcer;
  }) {
    super(parts.road, parts.announcer);
    this.authority = parts.authority;
    this.door = parts.door;
    this.ledger = parts.ledger;
    this.agent = parts.agent;
  }

  /** Opens everything; it closes when the test ends. */
  static async open(options: SmtpOfficeOptions = {}): Promise<SmtpOffice> {
    const folder = await temporaryFolder();
    const announcer = new Announcer();
    const authority = await openAuthority({ folder: `${folder}/tls` });
    onTestFinished(() => authority.close());
    const road = await openRoad({ folder, announcer });
    onTestFinished(() => road.close());
    const ledger = Ledger.open(folder);
    onTestFinished(() => ledger.close());
    const agent = agentConfig(options.agent);
    const holder: { office?: SmtpOffice } = {};
    const door = await openSmtpDoor({
      address: { hosts: loopbackHosts, port: 0 },
      channel: options.channel ?? 'smtp',
      agent: () => holder.office?.agent ?? agent,
      certificate: authority.certificate,
      intake: options.intake?.(road) ?? road.intake,
      ledger,
      apiOrigin: options.apiOrigin ?? (() => null),
      limits: options.limits ?? {},
    });
    onTestFinished(() => door.close(0));
    holder.office = new SmtpOffice({ road, authority, door, ledger, agent, announcer });
    return holder.office;
  }

  get token(): string {
    return this.agent.tokens[0]?.token ?? '';
  }

  /** TLS options of a client that trusts this office. */
  get trust(): { readonly ca: string } {
    return { ca: this.authority.caPem };
  }

  connect(): Promise<SmtpClient> {
    return SmtpClient.open(this.door.port);
  }
}
