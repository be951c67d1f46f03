import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listenToPlaces } from '../../routing/on-the-way.ts';
import { messagesQuery } from './messages-query.ts';

/** Asks for the messages of a view as soon as somebody goes there: the answer is on its way while the page is drawn. */
export function useAskedOnTheWay(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      listenToPlaces((place, q) => {
        if (place.page === 'inbox') {
          // The list says what is wrong.
          void client.query(messagesQuery({ agentId: place.agentId, q })).catch(() => undefined);
        }
      }),
    [client],
  );
}
