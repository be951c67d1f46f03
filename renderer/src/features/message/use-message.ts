import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { MessageDetail } from '#shared/message.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { queryKeys } from '../../api/query-keys.ts';
import { messageQuery } from './message-query.ts';

/** One message whole; once it is deleted, the error that says so. */
export function useMessage(id: string): UseQueryResult<MessageDetail> {
  const client = useQueryClient();
  useAppEvents((event) => {
    if (event.type === 'message.deleted' && (event.ids === null || event.ids.includes(id))) {
      void client.invalidateQueries({ queryKey: queryKeys.message(id) });
    }
  });
  return useQuery(messageQuery(id));
}
