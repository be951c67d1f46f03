import { onTestFinished } from 'vitest';
import type { AppEvent, AppEventOf, AppEventType } from '#shared/events.ts';
import { openPostOffice, type PostOfficeOptions } from '../../electron/post-office/open-post-office.ts';
import type { PostOffice } from '../../electron/post-office/post-office.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A whole post office in a folder of its own, its agents on any free ports; closed after the test. */
export async function postOfficeForTest(options: Partial<PostOfficeOptions> = {}): Promise<PostOffice> {
  const folder = options.folder ?? (await temporaryFolder());
  const postOffice = await openPostOffice({ agentPorts: 'any', ...options, folder });
  onTestFinished(() => postOffice.close());
  return postOffice;
}

/** The next announcement of a type that satisfies the condition. */
export function nextEvent<T extends AppEventType>(
  postOffice: PostOffice,
  type: T,
  satisfies: (event: AppEventOf<T>) => boolean = () => true,
): Promise<AppEventOf<T>> {
  return new Promise((resolve) => {
    const end = postOffice.announcer.listen((event) => {
      if (isOf(event, type) && satisfies(event)) {
        end();
        resolve(event);
      }
    });
  });
}

function isOf<T extends AppEventType>(event: AppEvent, type: T): event is AppEventOf<T> {
  return event.type === type;
}
