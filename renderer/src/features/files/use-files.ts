import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { CachedFile } from '#shared/cached-file.ts';
import { call } from '../../api/client.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { queryKeys } from '../../api/query-keys.ts';

interface FileCache {
  /** The agent's, newest first. */
  readonly files: readonly CachedFile[];
  /** Of all agents together. */
  readonly usedBytes: number;
  readonly limitBytes: number;
}

/** The file cache of an agent, as it is now. */
export function useFiles(agentId: string): UseQueryResult<FileCache> {
  const client = useQueryClient();
  useAppEvents((event) => {
    // Another agent's files take room too.
    if (event.type === 'connected' || event.type === 'files.changed') {
      void client.invalidateQueries({ queryKey: queryKeys.files(agentId) });
    }
  });
  return useQuery({
    queryKey: queryKeys.files(agentId),
    queryFn: ({ signal }) => call('listFiles', { params: { id: agentId } }, { signal }),
    // What happens while nobody looks is heard by nobody.
    staleTime: 0,
  });
}
