import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { MessageView } from '../../api/query-keys.ts';
import { notifyOfError } from '../../ui/notify.ts';
import { deletions } from './deletions.ts';
import type { TagChange } from '../tags/TagDialog.tsx';
import { emptyPages, onlyStarred, unstarred, withMark, withoutMessages } from './message-pages.ts';
import type { MessagePages } from './message-pages.ts';

export type Chosen = ReadonlySet<string> | 'all';

export interface MessageActions {
  readonly markRead: (chosen: Chosen, read: boolean) => Promise<void>;
  readonly star: (chosen: Chosen, starred: boolean) => Promise<void>;
  /** @throws ApiError when the server refuses it. */
  readonly tag: (chosen: Chosen, change: TagChange) => Promise<void>;
  /** Deletes; `useUndo` can take it back. */
  readonly remove: (chosen: Chosen, keepStarred?: boolean) => Promise<void>;
}

/** What can be done with messages of a view; the list shows it at once and takes it back when the server says no. */
export function useMessageActions(view: MessageView): MessageActions {
  const client = useQueryClient();
  return useMemo(() => {
    const key = queryKeys.messages(view);
    const selection = {
      ...(view.agentId === null ? {} : { agent: view.agentId }),
      ...(view.q === '' ? {} : { q: view.q }),
    };
    async function attempt(change: (data: MessagePages) => MessagePages, ask: () => Promise<unknown>) {
      client.setQueryData<MessagePages>(key, (data) => data && change(data));
      try {
        await ask();
      } catch (error) {
        notifyOfError(error);
        await client.invalidateQueries({ queryKey: key, exact: true });
      }
    }
    const named = (chosen: Chosen) => (chosen === 'all' ? selection : { ids: [...chosen] });
    return {
      markRead: (chosen, read) =>
        attempt(
          (data) => withMark(data, chosen === 'all' ? null : chosen, { read }),
          () => call('patchMessages', { body: { ...named(chosen), read } }),
        ),
      star: (chosen, starred) =>
        attempt(
          (data) => withMark(data, chosen === 'all' ? null : chosen, { starred }),
          () => call('patchMessages', { body: { ...named(chosen), starred } }),
        ),
      tag: async (chosen, { add, remove }) => {
        await call('patchMessages', {
          body: { ...named(chosen), addTags: [...add], removeTags: [...remove] },
        });
      },
      remove: (chosen, keepStarred = false) =>
        chosen === 'all'
          ? attempt(
              (data) => (keepStarred ? onlyStarred(data) : emptyPages),
              async () =>
                deletions.add(
                  await call('deleteMessages', {
                    query: {
                      ...selection,
                      undoable: 'true',
                      ...(keepStarred ? { keepStarred: 'true' } : {}),
                    },
                  }),
                ),
            )
          : attempt(
              (data) => withoutMessages(data, keepStarred ? unstarred(data, chosen) : chosen),
              async () =>
                deletions.add(
                  await call('deleteMessagesById', {
                    body: { ids: [...chosen], undoable: true, keepStarred },
                  }),
                ),
            ),
    };
  }, [client, view]);
}
