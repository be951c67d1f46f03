import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { isAppUrl } from './origins.ts';

/** Whether our page sent this, and none of the frames in it. */
export function isFromOwnPage({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isAppUrl(senderFrame.url);
}
