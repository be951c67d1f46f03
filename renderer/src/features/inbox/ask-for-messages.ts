import { call } from '../../api/client.ts';
import type { MessageView } from '../../api/query-keys.ts';
import type { MessagePage } from './message-pages.ts';

/** The most that the control API gives at once: to catch up with a burst. */
export const mostRows = 500;
/** Of the newest page, which is waited for. */
export const newestRows = 50;

export interface PageOptions {
  /** Of the first row; the newest one when it is left out. */
  readonly offset?: number;
  readonly limit: number;
  readonly signal?: AbortSignal;
}

/** Asks for rows of a view, by their position; a search is not counted for them. */
export function askForPage(
  view: MessageView,
  { offset = 0, limit, signal }: PageOptions,
): Promise<MessagePage> {
  const query = { ...selectionOf(view), limit, offset, counted: 'false' };
  return call('listMessages', { query }, signal ? { signal } : {});
}

/** How many messages a view holds in all. */
export async function askForTotal(view: MessageView, signal?: AbortSignal): Promise<number> {
  const { total } = await call('countMessages', { query: selectionOf(view) }, signal ? { signal } : {});
  return total;
}

function selectionOf({ agentId, q }: MessageView): { agent?: string; q?: string } {
  return { ...(agentId === null ? {} : { agent: agentId }), ...(q === '' ? {} : { q }) };
}
