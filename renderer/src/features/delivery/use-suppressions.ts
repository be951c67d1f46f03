import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Suppression } from '#shared/suppression.ts';
import { call } from '../../api/client.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { FrameBatch } from '../../api/frame-batch.ts';
import { queryKeys } from '../../api/query-keys.ts';

interface Suppressions {
  readonly suppressions: readonly Suppression[];
  /** How many there are, shown or not. */
  readonly total: number;
}

/** What is suppressed for an agent and contains `search`, the newest change first; hard bounces add to it as they happen. */
export function useSuppressions(
  agentId: string,
  search: string,
  limit: number,
): UseQueryResult<Suppressions> {
  const client = useQueryClient();
  const [batch] = useState(
    () => new FrameBatch<null>(() => void client.invalidateQueries({ queryKey: queryKeys.suppressions })),
  );
  useEffect(() => () => batch.stop(), [batch]);
  useAppEvents((event) => {
    if (
      event.type === 'connected' ||
      (event.type === 'outcome.recorded' &&
        event.outcome.agentId === agentId &&
        event.outcome.kind === 'hardbounce')
    ) {
      batch.add(null);
    }
  });
  const q = search.trim();
  return useQuery({
    queryKey: queryKeys.suppressionsOf(agentId, q, limit),
    queryFn: ({ signal }) =>
      call('listSuppressions', { query: { agent: agentId, limit, ...(q === '' ? {} : { q }) } }, { signal }),
    placeholderData: keepPreviousData,
    // Other agents' pages and other programs change the list without an event.
    staleTime: 0,
    gcTime: 60_000,
  });
}
