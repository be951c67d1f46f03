import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { TagCount } from '#shared/tag.ts';
import { call } from '../../api/client.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { queryKeys } from '../../api/query-keys.ts';
import { Throttle } from '../../api/throttle.ts';

/** The tags of an agent's messages, or of all; undefined until they are known. */
export function useTags(agentId: string | null): readonly TagCount[] | undefined {
  const client = useQueryClient();
  const [again] = useState(
    () => new Throttle(() => client.invalidateQueries({ queryKey: queryKeys.allTags })),
  );
  useEffect(() => () => again.stop(), [again]);
  useAppEvents((event) => {
    switch (event.type) {
      case 'message.indexed':
      case 'message.changed':
        if (event.message.tags.length > 0 || event.type === 'message.changed') {
          again.ask();
        }
        break;
      case 'connected':
      case 'messages.changed':
      case 'message.deleted':
        again.ask();
        break;
      default:
        break;
    }
  });
  const query = useQuery({
    queryKey: queryKeys.tags(agentId),
    queryFn: ({ signal }) =>
      call('listTags', { query: agentId === null ? {} : { agent: agentId } }, { signal }),
  });
  return query.data?.tags;
}
