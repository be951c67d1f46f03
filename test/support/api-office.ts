import type { AgentConfig } from '#shared/agent.ts';
import { onTestFinished } from 'vitest';
import { Ledger } from '../../electron/ledger/ledger.ts';
import { type CertificateSource, type Door, loopbackHosts } from '../../electron/net/door.ts';
import { Announcer } from '../../electron/road/announcer.ts';
import { Outcomes } from '../../electron/road/outcomes.ts';
import { type Road, openRoad } from '../../electron/road/road.ts';
import { openApiDoor } from '../../electron/zeptomail/api-door.ts';
import { agentConfig, authorizationOf } from './agent-configs.ts';
import { nobodysAccount } from './nobodys-account.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { WatchedRoad } from './watched-road.ts';

/** One agent's API door with the real road behind it, in a temporary folder. */
export class ApiOffice extends WatchedRoad {
  readonly door: Door;
  readonly ledger: Ledger;
  agent: AgentConfig;

  private constructor(parts: {
    road: Road;
    ledger: Ledger;
    announcer: Announcer;
    door: Door;
    agent: AgentConfig;
  }) {
    super(parts.road, parts.announcer);
    this.door = parts.door;
    this.ledger = parts.ledger;
    this.agent = parts.agent;
  }

  /** Opens everything; it closes when the test ends. */
  static async open(changes: Partial<AgentConfig> = {}, certificate?: CertificateSource): Promise<ApiOffice> {
    const folder = await temporaryFolder();
    const announcer = new Announcer();
    const road = await openRoad({ folder, announcer });
    onTestFinished(() => road.close());
    const ledger = Ledger.open(folder);
    onTestFinished(() => ledger.close());
    const holder: { office?: ApiOffice } = {};
    const agent = agentConfig(changes);
    const common = {
      address: { hosts: loopbackHosts, port: 0 },
      agent: () => holder.office?.agent ?? agent,
      intake: road.intake,
      ledger,
      outcomes: new Outcomes(ledger, announcer, () => new Date()),
      account: nobodysAccount,
    };
    const door = await openApiDoor(
      certificate === undefined ? { ...common, channel: 'api' } : { ...common, channel: 'apis', certificate },
    );
    onTestFinished(() => door.close());
    holder.office = new ApiOffice({ road, ledger, announcer, door, agent });
    return holder.office;
  }

  get url(): string {
    return `http://127.0.0.1:${this.door.port}/`;
  }

  get authorization(): string {
    return authorizationOf(this.agent);
  }

  /** Sends a body to a path as an application does, with the agent's token. */
  send(body: unknown, init: { path?: string; headers?: Record<string, string> } = {}): Promise<Response> {
    return fetch(new URL(init.path ?? 'v1.1/email', this.url), {
      method: 'POST',
      headers: { Authorization: this.authorization, ...init.headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }
}
