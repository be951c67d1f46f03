import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';

/** How one message is asked for whole; it is kept for a minute after it was last looked at. */
export function messageQuery(id: string) {
  return queryOptions({
    queryKey: queryKeys.message(id),
    queryFn: ({ signal }) => call('getMessage', { params: { id } }, { signal }),
    gcTime: 60_000,
  });
}
