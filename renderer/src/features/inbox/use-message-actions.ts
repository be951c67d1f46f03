import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { MessageView } from '../../api/query-keys.ts';
import { notifyOfError } from '../../ui/notify.ts';
import { deletions } from './deletions.ts';
import { withoutMessages, withRead } from './message-pages.ts';
import type { MessagePages } from './message-pages.ts';

export type Chosen = ReadonlySet<string> | 'all';

export interface MessageActions {
  readonly markRead: (chosen: Chosen, read: boolean) => Promise<void>;
  /** Deletes; `useUndo` can take it back. */
  readonly remove: (chosen: Chosen) => Promise<void>;
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
    return {
      markRead: (chosen, read) =>
        attempt(
          (data) => withRead(data, chosen === 'all' ? null : chosen, read),
          () =>
            call('patchMessages', {
              body: chosen === 'all' ? { ...selection, read } : { ids: [...chosen], read },
            }),
        ),
      remove: (chosen) =>
        chosen === 'all'
          ? attempt(
              () => ({ pages: [{ messages: [], next: null, total: 0 }], pageParams: [null] }),
              async () =>
                deletions.add(await call('deleteMessages', { query: { ...selection, undoable: 'true' } })),
            )
          : attempt(
              (data) => withoutMessages(data, chosen),
              async () =>
                deletions.add(
                  await call('deleteMessagesById', { body: { ids: [...chosen], undoable: true } }),
                ),
            ),
    };
  }, [client, view]);
}
