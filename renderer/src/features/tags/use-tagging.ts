import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Tagging } from '#shared/tag.ts';
import { call } from '../../api/client.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { queryKeys } from '../../api/query-keys.ts';

/** What tags an agent's messages by itself, and the way to change it. */
export function useTagging(agentId: string) {
  const client = useQueryClient();
  const queryKey = queryKeys.tagging(agentId);
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => call('getTagging', { params: { id: agentId } }, { signal }),
  });
  useAppEvents((event) => {
    if (event.type === 'connected' || (event.type === 'tagging.changed' && event.agentId === agentId)) {
      void client.invalidateQueries({ queryKey });
    }
  });
  return {
    tagging: query.data,
    error: query.error,
    /** @throws ApiError when the server refuses it. */
    save: async (next: Tagging): Promise<void> => {
      client.setQueryData(queryKey, await call('putTagging', { params: { id: agentId }, body: next }));
    },
  };
}
