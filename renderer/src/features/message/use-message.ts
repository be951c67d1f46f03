import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { MessageDetail } from '#shared/message.ts';
import { call } from '../../api/client.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { queryKeys } from '../../api/query-keys.ts';

/** One message whole; it follows what is announced about it. */
export function useMessage(id: string): UseQueryResult<{ message: MessageDetail }> {
  const client = useQueryClient();
  useAppEvents((event) => {
    switch (event.type) {
      case 'message.indexed':
        if (event.message.id === id) {
          void client.invalidateQueries({ queryKey: queryKeys.message(id) });
        }
        break;
      case 'message.changed':
        if (event.message.id === id) {
          client.setQueryData<{ message: MessageDetail }>(
            queryKeys.message(id),
            (held) => held && { message: { ...held.message, ...event.message } },
          );
        }
        break;
      case 'messages.changed':
      case 'reconnected':
        void client.invalidateQueries({ queryKey: queryKeys.message(id), exact: true });
        break;
      case 'message.deleted':
        if (event.ids === null || event.ids.includes(id)) {
          void client.invalidateQueries({ queryKey: queryKeys.message(id), exact: true });
        }
        break;
      default:
        break;
    }
  });
  return useQuery({
    queryKey: queryKeys.message(id),
    queryFn: ({ signal }) => call('getMessage', { params: { id } }, { signal }),
    gcTime: 60_000,
  });
}
