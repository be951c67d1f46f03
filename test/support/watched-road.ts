import { assertNonNullable } from '#shared/assert.ts';
import type { ActivityDetail } from '#shared/activity.ts';
import type { AppEvent, AppEventOf, AppEventType } from '#shared/events.ts';
import type { MessageDetail } from '#shared/message.ts';
import type { Announcer } from '../../electron/road/announcer.ts';
import type { Road } from '../../electron/road/road.ts';

/** A road and everything that it announced: what came through a door is asked for by its order of arrival. */
export class WatchedRoad {
  readonly road: Road;
  readonly #announcer: Announcer;
  readonly #events: AppEvent[] = [];

  constructor(road: Road, announcer: Announcer) {
    this.road = road;
    this.#announcer = announcer;
    announcer.listen((event) => this.#events.push(event));
  }

  /** The nth event of a type since the office opened; waits for it. */
  event<T extends AppEventType>(type: T, nth = 0): Promise<AppEventOf<T>> {
    const find = () => this.#events.filter((event): event is AppEventOf<T> => event.type === type)[nth];
    const found = find();
    if (found !== undefined) {
      return Promise.resolve(found);
    }
    return new Promise((resolve) => {
      const stop = this.#announcer.listen(() => {
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
    const { message } = await this.event('message.indexed', nth);
    const detail = await this.road.archive.detail(message.id);
    const raw = await this.road.archive.raw(message.id);
    assertNonNullable(detail, 'it was announced');
    assertNonNullable(raw, 'it was announced');
    return { ...detail, raw: Buffer.from(raw) };
  }

  /** The nth session or request, once it was kept. */
  async activity(nth = 0): Promise<ActivityDetail> {
    const { entry } = await this.event('activity.recorded', nth);
    const detail = await this.road.archive.activity(entry.id);
    assertNonNullable(detail, 'it was announced');
    return detail;
  }

  /** How many messages are held. */
  async held(): Promise<number> {
    return this.road.archive.count({});
  }
}
