import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { RecipientOutcomes } from '#shared/control-api/outcomes.ts';
import { call } from '../../api/client.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { queryKeys } from '../../api/query-keys.ts';

interface MessageOutcomes {
  readonly recipients: readonly RecipientOutcomes[];
  /** What can be clicked. */
  readonly links: readonly string[];
}

/** What was and will be played to a message's recipients, up to date as it happens. */
export function useOutcomes(messageId: string): UseQueryResult<MessageOutcomes> {
  const client = useQueryClient();
  useAppEvents((event) => {
    const isOurs =
      event.type === 'connected' ||
      (event.type === 'outcome.recorded' && event.outcome.messageId === messageId) ||
      (event.type === 'outcome.planned' && event.messageId === messageId) ||
      (event.type === 'message.indexed' && event.message.id === messageId);
    if (isOurs) {
      void client.invalidateQueries({ queryKey: queryKeys.outcomes(messageId) });
    }
  });
  return useQuery({
    queryKey: queryKeys.outcomes(messageId),
    queryFn: ({ signal }) => call('listOutcomes', { params: { id: messageId } }, { signal }),
    gcTime: 60_000,
    // What happens while nobody looks is heard by nobody.
    staleTime: 0,
  });
}
