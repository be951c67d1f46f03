import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { FailurePreset } from '#shared/failure-presets.ts';
import { call } from '../../api/client.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { FrameBatch } from '../../api/frame-batch.ts';
import { queryKeys } from '../../api/query-keys.ts';

interface AgentFailures {
  /** Undefined until they are known. */
  readonly failures: readonly Failure[] | undefined;
  readonly presets: readonly FailurePreset[];
  readonly error: Error | null;
}

function useAllFailures() {
  return useQuery({
    queryKey: queryKeys.failures,
    queryFn: ({ signal }) => call('listAllFailures', {}, { signal }),
  });
}

/** An agent's failure laboratory. */
export function useFailures(agentId: string): AgentFailures {
  const { data, error } = useAllFailures();
  return {
    failures: data?.failures.filter((failure) => failure.agentId === agentId),
    presets: data?.presets ?? [],
    error,
  };
}

/** How many of an agent's switches are on. */
export function useFailuresOn(agentId: string | null): number {
  const failures = useAllFailures().data?.failures ?? [];
  return failures.filter((failure) => failure.agentId === agentId && failure.enabled).length;
}

/** Keeps the switches and their counts up to date; used once, by the shell. */
export function useLiveFailures(): void {
  const client = useQueryClient();
  const [batch] = useState(
    () => new FrameBatch<null>(() => void client.invalidateQueries({ queryKey: queryKeys.failures })),
  );
  useEffect(() => () => batch.stop(), [batch]);
  useAppEvents((event) => {
    if (event.type === 'failures.changed' || event.type === 'agent.deleted' || event.type === 'connected') {
      batch.add(null);
    }
  });
}
