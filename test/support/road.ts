import { onTestFinished } from 'vitest';
import type { AppEvent, AppEventOf, AppEventType } from '../../shared/events.ts';
import { Announcer } from '../../electron/road/announcer.ts';
import type { Parcel } from '../../electron/road/parcel.ts';
import { openRoad } from '../../electron/road/road.ts';
import type { Road, RoadOptions } from '../../electron/road/road.ts';
import { parcel } from './parcel.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface TestRoad {
  readonly road: Road;
  readonly folder: string;
  readonly events: AppEvent[];
  /** Resolves with the first event of this type, past or to come, that fits. */
  readonly seen: <T extends AppEventType>(
    type: T,
    fits?: (event: AppEventOf<T>) => boolean,
  ) => Promise<AppEventOf<T>>;
  /** Accepts a message and waits until it is indexed. */
  readonly held: (mail: string | Uint8Array, changes?: Partial<Parcel>) => Promise<string>;
}

/** A road in a folder of its own (or the one given), closed when the test is over. */
export async function testRoad(options: Partial<RoadOptions> = {}): Promise<TestRoad> {
  const folder = options.folder ?? (await temporaryFolder());
  const announcer = new Announcer();
  const events: AppEvent[] = [];
  announcer.listen((event) => events.push(event));
  const road = await openRoad({ ...options, folder, announcer });
  onTestFinished(() => road.close());

  function seen<T extends AppEventType>(
    type: T,
    fits: (event: AppEventOf<T>) => boolean = () => true,
  ): Promise<AppEventOf<T>> {
    const matches = (event: AppEvent): event is AppEventOf<T> =>
      event.type === type && fits(event as AppEventOf<T>);
    const past = events.find(matches);
    if (past !== undefined) {
      return Promise.resolve(past);
    }
    return new Promise((resolve) => {
      const stop = announcer.listen((event) => {
        if (matches(event)) {
          stop();
          resolve(event);
        }
      });
    });
  }

  async function held(mail: string | Uint8Array, changes: Partial<Parcel> = {}): Promise<string> {
    const { id } = await road.intake.accept(parcel(mail, changes));
    await seen('message.indexed', ({ message }) => message.id === id);
    return id;
  }

  return { road, folder, events, seen, held };
}
