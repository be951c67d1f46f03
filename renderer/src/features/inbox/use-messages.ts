import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import type { MessageView } from '../../api/query-keys.ts';
import { LiveView } from './live-view.ts';
import type { LiveViewHost } from './live-view.ts';
import { emptyPages, rowsOf } from './message-pages.ts';
import type { Range } from './message-pages.ts';
import { askForNewest, messagesQuery } from './messages-query.ts';

/** The messages of a view, live: however many there are, only the rows near those in sight are held. */
export function useMessages(view: MessageView, host: Omit<LiveViewHost, 'onGap'>) {
  const client = useQueryClient();
  const live = useRef<LiveView | null>(null);
  /** Of the list on the screen, whichever view it shows. */
  const inSight = useRef<Range>({ first: 0, last: 0 });
  const query = useQuery({
    ...messagesQuery(view),
    queryFn: ({ signal }) =>
      live.current?.isOf(view) ? live.current.rows.load(signal) : askForNewest(view, signal),
    placeholderData: (previous, previousQuery) =>
      previousQuery?.queryKey[1].agentId === view.agentId ? previous : undefined,
  });
  const [hasGap, setHasGap] = useState(false);
  const isAtTop = useEffectEvent(() => host.isAtTop());
  const pinned = useEffectEvent(() => host.pinned());
  const onArrivals = useEffectEvent(host.onArrivals);
  const onRemovals = useEffectEvent(host.onRemovals);
  useEffect(() => {
    const liveView = new LiveView(
      client,
      { agentId: view.agentId, q: view.q },
      {
        isAtTop: () => isAtTop(),
        pinned: () => pinned(),
        onArrivals: (arrivals) => onArrivals(arrivals),
        onRemovals: (ids) => onRemovals(ids),
        onGap: () => setHasGap(true),
      },
    );
    live.current = liveView;
    liveView.rows.show(inSight.current);
    return () => {
      liveView.stop();
      live.current = null;
      setHasGap(false);
    };
  }, [client, view.agentId, view.q]);
  useAppEvents((event) => live.current?.take(event));

  const pages = query.data ?? emptyPages;
  const isUncounted = !query.isPlaceholderData && !pages.counted;
  useEffect(() => {
    const leaving = new AbortController();
    if (isUncounted && live.current?.isOf(view)) {
      void live.current.count(leaving.signal);
    }
    return () => leaving.abort();
  }, [isUncounted, view]);
  useEffect(() => {
    if (pages.length > 0) {
      live.current?.rows.loadMissing();
    }
  }, [pages]);
  return {
    pages,
    /** Those that are loaded. */
    rows: useMemo(() => rowsOf(pages), [pages]),
    error: query.error,
    isLoading: query.isPending,
    /** The rows are those of another view, until this one's have come. */
    isStale: query.isPlaceholderData,
    reload: () => void query.refetch(),
    show: useCallback((range: Range) => {
      inSight.current = range;
      live.current?.rows.show(range);
    }, []),
    /** See `LoadedRows`; null and undefined where the view was left. */
    messageAt: async (position: number) => live.current?.rows.messageAt(position),
    idsIn: async (range: Range) => (await live.current?.rows.idsIn(range)) ?? null,
    hasGap,
    closeGap: async () => {
      await live.current?.startAnew();
      setHasGap(false);
    },
  };
}
