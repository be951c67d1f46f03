import { useQueryClient } from '@tanstack/react-query';
import type { MessageDetail } from '#shared/message.ts';
import { useAppEvents } from '../api/event-stream-context.tsx';
import { queryKeys } from '../api/query-keys.ts';

/** Keeps the opened messages up to date; only those that the page has asked for. */
export function useLiveMessages(): void {
  const client = useQueryClient();
  useAppEvents((event) => {
    switch (event.type) {
      case 'message.changed':
        client.setQueryData<MessageDetail>(
          queryKeys.message(event.message.id),
          (held) => held && { ...held, ...event.message },
        );
        break;
      case 'message.indexed': {
        const queryKey = queryKeys.message(event.message.id);
        if (client.getQueryState(queryKey)) {
          void client.invalidateQueries({ queryKey });
        }
        break;
      }
      case 'messages.changed':
      case 'connected':
        void client.invalidateQueries({ queryKey: queryKeys.allMessages });
        break;
      default:
        break;
    }
  });
}
