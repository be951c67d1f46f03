import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { queryKeys } from '../../api/query-keys.ts';
import type { MessageView } from '../../api/query-keys.ts';
import { askForPage, LiveView } from './live-view.ts';
import type { LiveViewHost } from './live-view.ts';
import { rowsOf, totalOf } from './message-pages.ts';
import type { MessagePage } from './message-pages.ts';

/** The messages of a view, page by page, live. */
export function useMessages(view: MessageView, host: Omit<LiveViewHost, 'onGap'>) {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: queryKeys.messages(view),
    queryFn: ({ pageParam, signal }) => askForPage(view, { before: pageParam, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: MessagePage) => page.next,
    // Only the view on the screen is kept up to date; any other is asked for when it is come back to.
    gcTime: 0,
    placeholderData: (previous, previousQuery) =>
      previousQuery?.queryKey[1]?.agentId === view.agentId ? previous : undefined,
  });
  const [hasGap, setHasGap] = useState(false);
  const live = useRef<LiveView | null>(null);
  const isAtTop = useEffectEvent(() => host.isAtTop());
  const onArrivals = useEffectEvent(host.onArrivals);
  const onRemovals = useEffectEvent(host.onRemovals);
  useEffect(() => {
    const liveView = new LiveView(
      client,
      { agentId: view.agentId, q: view.q },
      {
        isAtTop: () => isAtTop(),
        onArrivals: (arrivals) => onArrivals(arrivals),
        onRemovals: (ids) => onRemovals(ids),
        onGap: () => setHasGap(true),
      },
    );
    live.current = liveView;
    return () => {
      liveView.stop();
      live.current = null;
      setHasGap(false);
    };
  }, [client, view.agentId, view.q]);
  useAppEvents((event) => live.current?.take(event));

  const rows = useMemo(() => rowsOf(query.data), [query.data]);
  const total = totalOf(query.data);
  // Read while rendering: what is not read then is not followed, and would be out of date when more is to be loaded.
  const { hasNextPage, isFetching, isFetchNextPageError } = query;
  return {
    rows,
    total,
    /** How many rows the list is long: also those that are not loaded yet. */
    length: hasNextPage ? Math.max(total, rows.length) : rows.length,
    error: query.error,
    isLoading: query.isPending,
    isStale: query.isPlaceholderData,
    reload: () => void query.refetch(),
    loadMore: () => {
      // What could not be fetched is asked for again when the event stream is back.
      if (hasNextPage && !isFetching && !isFetchNextPageError) {
        void query.fetchNextPage();
      }
    },
    /** Loads what is missing and answers with all rows, or as many as could be had; null when the view was left. */
    loadAll: async () => {
      const started = live.current;
      let now = await query.fetchNextPage({ cancelRefetch: false });
      while (now.hasNextPage && !now.isFetchNextPageError && live.current === started) {
        now = await now.fetchNextPage({ cancelRefetch: false });
      }
      return live.current === started ? rowsOf(now.data) : null;
    },
    hasGap,
    closeGap: async () => {
      await live.current?.startAnew();
      setHasGap(false);
    },
  };
}
