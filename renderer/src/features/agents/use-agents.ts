import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Agent } from '#shared/agent.ts';
import { call } from '../../api/client.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { FrameBatch } from '../../api/frame-batch.ts';
import type { StreamListener } from '../../api/event-stream.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { withAgentEvents } from './agent-events.ts';

type StreamEvent = Parameters<StreamListener>[0];

function useAgentsQuery() {
  return useQuery({
    queryKey: queryKeys.agents,
    queryFn: async ({ signal }) => (await call('listAgents', {}, { signal })).agents,
  });
}

/** All Mail Agents in the person's order; undefined until they are known. */
export function useAgents(): readonly Agent[] | undefined {
  return useAgentsQuery().data;
}

/** One Mail Agent; undefined while unknown, and when there is none with this id. */
export function useAgent(id: string | null): Agent | undefined {
  return useAgents()?.find((agent) => agent.id === id);
}

/** Keeps the agents up to date from the event stream; used once, by the shell. */
export function useLiveAgents(): void {
  const client = useQueryClient();
  const [batch] = useState(
    () =>
      new FrameBatch<StreamEvent>((events) => {
        const filter = { queryKey: queryKeys.agents };
        if (events.some((event) => event.type === 'connected') || client.isFetching(filter) > 0) {
          // An answer on its way may be older than these events, and the first one is not asked for again by itself.
          void client.cancelQueries(filter).then(() => client.invalidateQueries(filter));
        }
        client.setQueryData<readonly Agent[]>(
          queryKeys.agents,
          (agents) => agents && withAgentEvents(agents, events),
        );
      }),
  );
  useEffect(() => () => batch.stop(), [batch]);
  useAppEvents((event) => {
    if (event.type.startsWith('agent') || event.type === 'connected') {
      batch.add(event);
    }
  });
}
