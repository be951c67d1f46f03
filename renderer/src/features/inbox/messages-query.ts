import { queryOptions } from '@tanstack/react-query';
import { queryKeys } from '../../api/query-keys.ts';
import type { MessageView } from '../../api/query-keys.ts';
import { askForPage, newestRows } from './ask-for-messages.ts';
import { pagesOf } from './message-pages.ts';
import type { MessagePages } from './message-pages.ts';

/** The newest messages of a view. */
export function messagesQuery(view: MessageView) {
  return queryOptions({
    queryKey: queryKeys.messages(view),
    queryFn: ({ signal }) => askForNewest(view, signal),
    // Only the view on the screen is kept up to date; any other is asked for when it is come back to.
    gcTime: 0,
  });
}

export async function askForNewest(view: MessageView, signal: AbortSignal): Promise<MessagePages> {
  return pagesOf(await askForPage(view, { limit: newestRows, signal }));
}
