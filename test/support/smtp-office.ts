import type { ActivityDetail } from '#shared/activity.ts';
import type { AgentConfig } from '#shared/agent.ts';
import { assertNonNullable } from '#shared/assert.ts';
import type { AppEvent, AppEventOf, AppEventType } from '#shared/events.ts';
import type { MessageDetail } from '#shared/message.ts';
import { onTestFinished } from 'vitest';
import { type Door, loopbackHosts } from '../../electron/net/door.ts';
import { Announcer } from '../../electron/road/announcer.ts';
import type { Intake } from '../../electron/road/parcel.ts';
import { type Road, openRoad } from '../../electron/road/road.ts';
import { openSmtpDoor, type SmtpDoorOptions } from '../../electron/smtp/smtp-door.ts';
import { type Authority, openAuthority } from '../../electron/tls/authority.ts';
import { agentConfig } from './agent-configs.ts';
import { SmtpClient } from './smtp-client.ts';
import { temporaryFolder } from './temporary-folder.ts';

interface SmtpOfficeOptions extends Pick<Partial<SmtpDoorOptions>, 'channel' | 'limits'> {
  readonly agent?: Partial<AgentConfig>;
  /** Stands between the door and the road. */
  readonly intake?: (road: Road) => Intake;
}

/** One agent's SMTP door with the real road and a real certificate behind it, in a temporary folder. */
export class SmtpOffice {
  readonly road: Road;
  readonly authority: Authority;
  readonly door: Door;
  agent: AgentConfig;
  readonly #announcer: Announcer;
  readonly #events: AppEvent[] = [];

  private constructor(parts: {
    road: Road;
    authority: Authority;
    door: Door;
    agent: AgentConfig;
    announcer: Announcer;
  }) {
    this.road = parts.road;
    this.authority = parts.authority;
    this.door = parts.door;
    this.agent = parts.agent;
    this.#announcer = parts.announcer;
    this.#announcer.listen((event) => this.#events.push(event));
  }

  /** Opens everything; it closes when the test ends. */
  static async open(options: SmtpOfficeOptions = {}): Promise<SmtpOffice> {
    const folder = await temporaryFolder();
    const announcer = new Announcer();
    const authority = await openAuthority({ folder: `${folder}/tls` });
    onTestFinished(() => authority.close());
    const road = await openRoad({ folder, announcer });
    onTestFinished(() => road.close());
    const agent = agentConfig(options.agent);
    const holder: { office?: SmtpOffice } = {};
    const door = await openSmtpDoor({
      address: { hosts: loopbackHosts, port: 0 },
      channel: options.channel ?? 'smtp',
      agent: () => holder.office?.agent ?? agent,
      certificate: authority.certificate,
      intake: options.intake?.(road) ?? road.intake,
      limits: options.limits ?? {},
    });
    onTestFinished(() => door.close(0));
    holder.office = new SmtpOffice({ road, authority, door, agent, announcer });
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

  /** The nth event of a type since the office opened; waits for it. */
  event<T extends AppEventType>(type: T, nth = 0): Promise<AppEventOf<T>> {
    const find = () => this.#events.filter((event): event is AppEventOf<T> => event.type === type)[nth];
    const announcer = this.#announcer;
    return new Promise((resolve) => {
      const found = find();
      if (found !== undefined) {
        resolve(found);
        return;
      }
      const stop = announcer.listen(() => {
        const event = find();
        if (event !== undefined) {
          stop();
          resolve(event);
        }
      });
    });
  }

  /** The nth message, once it was read, and its bytes. */
  async message(nth = 0): Promise<Omit<MessageDetail, 'previewUrl'> & { readonly raw: Buffer }> {
    const { message } = await this.event('message.held', nth);
    const detail = await this.road.archive.detail(message.id);
    const raw = await this.road.archive.raw(message.id);
    assertNonNullable(detail, 'it was announced');
    assertNonNullable(raw, 'it was announced');
    return { ...detail, raw: Buffer.from(raw) };
  }

  /** The nth session that ended, once it was kept. */
  async session(nth = 0): Promise<ActivityDetail> {
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
