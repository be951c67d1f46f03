import { createContext, useContext, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { EventStream } from './event-stream.ts';
import type { StreamListener, StreamState } from './event-stream.ts';

const EventStreamContext = createContext<EventStream | null>(null);

export function EventStreamProvider({ children }: { readonly children: ReactNode }) {
  const [stream] = useState(() => new EventStream('/api/events'));
  useEffect(() => {
    stream.open();
    return () => stream.close();
  }, [stream]);
  return <EventStreamContext value={stream}>{children}</EventStreamContext>;
}

function useEventStream(): EventStream {
  const stream = useContext(EventStreamContext);
  if (!stream) {
    throw new Error('useEventStream is used outside EventStreamProvider');
  }
  return stream;
}

/** Calls `listener` with everything that is announced, and with `connected` whenever the stream opens. */
export function useAppEvents(listener: StreamListener): void {
  const stream = useEventStream();
  const latest = useEffectEvent(listener);
  useEffect(() => stream.listen((event) => latest(event)), [stream]);
}

export function useStreamState(): StreamState {
  const stream = useEventStream();
  return useSyncExternalStore(stream.onState, stream.state);
}
