import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../api/client.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { queryKeys } from '../../api/query-keys.ts';
import { Throttle } from '../../api/throttle.ts';

/** Searches with a name, and how many messages of an agent, or of all, each finds. */
export function useSavedSearches(agentId: string | null) {
  const client = useQueryClient();
  const [again] = useState(
    () => new Throttle(() => client.invalidateQueries({ queryKey: queryKeys.allSavedSearches })),
  );
  useEffect(() => () => again.stop(), [again]);
  useAppEvents((event) => {
    switch (event.type) {
      case 'connected':
      case 'saved-searches.changed':
      case 'message.indexed':
      case 'message.changed':
      case 'messages.changed':
      case 'message.deleted':
      case 'outcome.recorded':
      case 'agent.deleted':
        again.ask();
        break;
      default:
        break;
    }
  });
  const query = useQuery({
    queryKey: queryKeys.savedSearches(agentId),
    queryFn: ({ signal }) =>
      call('listSavedSearches', { query: agentId === null ? {} : { agent: agentId } }, { signal }),
    placeholderData: keepPreviousData,
  });
  return query.data?.searches ?? [];
}
