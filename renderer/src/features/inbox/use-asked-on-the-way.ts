import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queryKeys } from '../../api/query-keys.ts';
import { askOnTheWay } from '../../routing/shown-place.ts';
import { messagesQuery } from './messages-query.ts';

/** Asks for the messages of a view as soon as somebody goes there. A list is waited for; a search shows the rows before it. */
export function useAskedOnTheWay(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      askOnTheWay(({ place, q }, shown) => {
        if (place.page !== 'inbox') {
          return undefined;
        }
        const view = { agentId: place.agentId, q };
        const isThere = client.getQueryData(queryKeys.messages(view)) !== undefined;
        const hasRows = shown.page === 'inbox' && shown.agentId === place.agentId;
        // The list says what is wrong.
        const came = client.query(messagesQuery(view)).catch(() => undefined);
        return isThere || hasRows ? undefined : came;
      }),
    [client],
  );
}
