import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OutcomeRule } from '#shared/outcome-rule.ts';
import { call } from '../../api/client.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { queryKeys } from '../../api/query-keys.ts';

interface AgentRules {
  /** Undefined until they are known. */
  readonly rules: readonly OutcomeRule[] | undefined;
  readonly error: Error | null;
  /** Replaces all of them. @throws ApiError */
  readonly save: (rules: readonly OutcomeRule[]) => Promise<void>;
}

/** The outcome rules of an agent, in the order in which they are asked. */
export function useOutcomeRules(agentId: string): AgentRules {
  const client = useQueryClient();
  const queryKey = queryKeys.outcomeRules(agentId);
  const params = { id: agentId };
  const { data, error } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await call('getOutcomeRules', { params }, { signal })).rules,
    // Other programs change the rules without an event.
    staleTime: 0,
  });
  useAppEvents((event) => {
    if (event.type === 'connected') {
      void client.invalidateQueries({ queryKey });
    }
  });
  return {
    rules: data,
    error,
    save: async (rules) => {
      const saved = await call('putOutcomeRules', { params, body: { rules: [...rules] } });
      client.setQueryData(queryKey, saved.rules);
    },
  };
}
