import { useQueryClient } from '@tanstack/react-query';
import type { MessageDetail } from '#shared/message.ts';
import { useAppEvents } from '../api/event-stream-context.tsx';
import { queryKeys } from '../api/query-keys.ts';

/** Keeps the opened messages up to date; only those that the page has asked for. */
export function useLiveMessages(): void {
  const client = useQueryClient();
  /** A first answer that is on its way may be older than the event, and asking again would wait for that very one. */
  async function askAgain(queryKey: readonly unknown[]): Promise<void> {
    // What is fetched ahead is on no screen yet, and would not be asked for again.
    const ahead = client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching', type: 'inactive' });
    await client.cancelQueries({ queryKey });
    await Promise.allSettled([
      client.invalidateQueries({ queryKey }),
      ...ahead.map((query) => query.fetch()),
    ]);
  }
  useAppEvents((event) => {
    switch (event.type) {
      case 'message.changed': {
        const queryKey = queryKeys.message(event.message.id);
        const apply = (): void => {
          client.setQueryData<MessageDetail>(queryKey, (held) => held && { ...held, ...event.message });
        };
        apply();
        const query = client.getQueryCache().find({ queryKey, fetchStatus: 'fetching' });
        // An answer that is on its way may be older: opening a message asks for it, and marks it read.
        query?.promise?.then(apply, () => undefined);
        break;
      }
      case 'message.indexed': {
        const queryKey = queryKeys.message(event.message.id);
        if (client.getQueryState(queryKey)) {
          void askAgain(queryKey);
        }
        break;
      }
      case 'messages.changed':
      case 'connected':
        void askAgain(queryKeys.allMessages);
        break;
      default:
        break;
    }
  });
}
