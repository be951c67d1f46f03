import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { InfiniteData } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { ActivityEntry } from '#shared/activity.ts';
import { call } from '../../api/client.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { FrameBatch } from '../../api/frame-batch.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { withEntries } from './outcomes.ts';

interface ActivityPageOfEntries {
  readonly activity: readonly ActivityEntry[];
  readonly next: string | null;
}

/** Past so many new entries the list starts anew from the newest page rather than grow on. */
const followedUpTo = 1000;

type Pages = InfiniteData<ActivityPageOfEntries, string | null>;

interface Activity {
  readonly entries: readonly ActivityEntry[];
  readonly loading: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
}

/** An agent's activity, newest first: pages on demand, new entries on top as they are recorded. */
export function useActivity(agentId: string): Activity {
  const client = useQueryClient();
  const queryKey = queryKeys.activityList(agentId);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }): Promise<ActivityPageOfEntries> =>
      call(
        'listActivity',
        { query: { agent: agentId, limit: 100, ...(pageParam === null ? {} : { before: pageParam }) } },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const [batch] = useState(
    () =>
      new FrameBatch<ActivityEntry>((entries) => {
        const pages = client.setQueryData<Pages>(queryKey, (known) => known && withNewest(known, entries));
        if (pages && (pages.pages[0]?.activity.length ?? 0) > followedUpTo) {
          client.setQueryData<Pages>(queryKey, { pages: pages.pages.slice(0, 1), pageParams: [null] });
          void client.invalidateQueries({ queryKey });
        }
      }),
  );
  useEffect(() => () => batch.stop(), [batch]);
  useAppEvents((event) => {
    if (event.type === 'connected') {
      void client.invalidateQueries({ queryKey });
    } else if (event.type === 'activity.recorded' && event.entry.agentId === agentId) {
      batch.add(event.entry);
    }
  });
  const entries = useMemo(() => query.data?.pages.flatMap((page) => page.activity) ?? [], [query.data]);
  return {
    entries,
    loading: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage && !query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}

function withNewest(data: Pages, entries: readonly ActivityEntry[]): Pages {
  return {
    ...data,
    pages: data.pages.map((page, at) =>
      at === 0 ? { ...page, activity: withEntries(page.activity, entries) } : page,
    ),
  };
}
