import { assertNonNullable } from '#shared/assert.ts';
import type { ActivityDetail } from '#shared/activity.ts';
import type { AgentConfig } from '#shared/agent.ts';
import type { AppEvent, AppEventOf, AppEventType } from '#shared/events.ts';
import type { MessageDetail } from '#shared/message.ts';
import { onTestFinished } from 'vitest';
import { type CertificateSource, type Door, loopbackHosts } from '../../electron/net/door.ts';
import { Announcer } from '../../electron/road/announcer.ts';
import { type Road, openRoad } from '../../electron/road/road.ts';
import { openApiDoor } from '../../electron/zeptomail/api-door.ts';
import { agentConfig, authorizationOf } from './agent-configs.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** One agent's API door with the real road behind it, in a temporary folder. */
export class ApiOffice {
  readonly road: Road;
  readonly door: Door;
  agent: AgentConfig;
  readonly #events: AppEvent[];
  readonly #announcer: Announcer;

  private constructor(parts: {
    road: Road;
    door: Door;
    agent: AgentConfig;
    events: AppEvent[];
    announcer: Announcer;
  }) {
    this.road = parts.road;
    this.door = parts.door;
    this.agent = parts.agent;
    this.#events = parts.events;
    this.#announcer = parts.announcer;
  }

  /** Opens everything; it closes when the test ends. */
  static async open(changes: Partial<AgentConfig> = {}, certificate?: CertificateSource): Promise<ApiOffice> {
    const folder = await temporaryFolder();
    const announcer = new Announcer();
    const events: AppEvent[] = [];
    announcer.listen((event) => events.push(event));
    const road = await openRoad({ folder, announcer });
    onTestFinished(() => road.close());
    const holder: { office?: ApiOffice } = {};
    const agent = agentConfig(changes);
    const common = {
      address: { hosts: loopbackHosts, port: 0 },
      agent: () => holder.office?.agent ?? agent,
      intake: road.intake,
    };
    const door = await openApiDoor(
      certificate === undefined ? { ...common, channel: 'api' } : { ...common, channel: 'apis', certificate },
    );
    onTestFinished(() => door.close());
    holder.office = new ApiOffice({ road, door, agent, events, announcer });
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

  /** The nth event of a type since the office opened; waits for it. */
  event<T extends AppEventType>(type: T, nth = 0): Promise<AppEventOf<T>> {
    const find = () => this.#events.filter((event): event is AppEventOf<T> => event.type === type)[nth];
    return new Promise((resolve) => {
      const stop = this.#announcer.listen(look);
      look();
      function look(): void {
        const found = find();
        if (found !== undefined) {
          queueMicrotask(() => stop());
          resolve(found);
        }
      }
    });
  }

  /** The nth message, once it was read, and its bytes. */
  async message(nth = 0): Promise<Omit<MessageDetail, 'previewUrl'> & { readonly raw: Buffer }> {
    const { message } = await this.event('message.indexed', nth);
    const detail = await this.road.archive.detail(message.id);
    const raw = await this.road.archive.raw(message.id);
    assertNonNullable(detail, 'it was announced');
    assertNonNullable(raw, 'it was announced');
    return { ...detail, raw: Buffer.from(raw) };
  }

  /** The nth entry of the agent's activity, once it was kept. */
  async activity(nth = 0): Promise<ActivityDetail> {
    const { entry } = await this.event('activity.recorded', nth);
    const detail = await this.road.archive.activity(entry.id);
    assertNonNullable(detail, 'it was announced');
    return detail;
  }

  /** How many messages are held. */
  async held(): Promise<number> {
    return (await this.road.archive.list({}, { limit: 1 })).total;
  }
}
