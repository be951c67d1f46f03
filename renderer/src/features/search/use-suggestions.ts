import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { MessageView } from '../../api/query-keys.ts';
import { useAgents } from '../agents/use-agents.ts';
import { useTags } from '../tags/use-tags.ts';
import { suggestionsAt, typedAddress } from './suggestions.ts';
import type { Suggestions } from './suggestions.ts';

/** What may be put at the caret; null when nothing, or nobody wants to know. */
export function useSuggestions(
  view: MessageView,
  text: string,
  caret: number,
  wanted: 'typing' | 'all' | null,
): Suggestions | null {
  const agents = useAgents();
  const tags = useTags(view.agentId);
  const letters = wanted === null ? null : typedAddress(text, caret);
  const addresses = useQuery({
    queryKey: queryKeys.addresses(view.agentId, letters ?? ''),
    queryFn: ({ signal }) =>
      call(
        'listAddresses',
        {
          query: {
            ...(view.agentId === null ? {} : { agent: view.agentId }),
            ...(letters === null || letters.trim() === '' ? {} : { text: letters.slice(0, 300) }),
          },
        },
        { signal },
      ),
    enabled: letters !== null,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  return useMemo(
    () =>
      wanted === null
        ? null
        : suggestionsAt(
            text,
            caret,
            {
              agents: agents?.map(({ name }) => name) ?? [],
              tags: tags ?? [],
              addresses: letters === null ? [] : (addresses.data?.addresses ?? []),
            },
            wanted === 'all',
          ),
    [wanted, text, caret, agents, tags, letters, addresses.data],
  );
}
