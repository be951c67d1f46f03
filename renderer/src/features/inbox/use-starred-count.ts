import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { MessageView } from '../../api/query-keys.ts';

/** How many messages of a view have a star, the moment that somebody wants to know. */
export function useStarredCount(view: MessageView, isWanted: boolean): number {
  const query = useQuery({
    queryKey: queryKeys.starred(view),
    queryFn: ({ signal }) =>
      call(
        'countMessages',
        {
          query: {
            ...(view.agentId === null ? {} : { agent: view.agentId }),
            // In front: the view's may end in a phrase that is not closed.
            q: `is:starred ${view.q}`.trim(),
          },
        },
        { signal },
      ),
    enabled: isWanted,
    gcTime: 0,
    staleTime: 0,
  });
  return isWanted ? (query.data?.total ?? 0) : 0;
}
