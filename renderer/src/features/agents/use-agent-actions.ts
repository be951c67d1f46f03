import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Agent, ChannelName } from '#shared/agent.ts';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { announce } from '../../ui/announce.ts';
import { notifyOfError } from '../../ui/notify.ts';
import { inOrder, moved, withAgent } from './agent-events.ts';

/** What can be done with an agent; what goes wrong is told to the person. */
export function useAgentActions() {
  const client = useQueryClient();
  return useMemo(() => {
    const known = () => client.getQueryData<readonly Agent[]>(queryKeys.agents) ?? [];
    const keep = (agents: readonly Agent[]) => client.setQueryData(queryKeys.agents, agents);
    async function attempt(ask: () => Promise<unknown>): Promise<void> {
      try {
        await ask();
      } catch (error) {
        notifyOfError(error);
      }
    }
    return {
      switchTo: (agent: Agent, on: boolean) =>
        attempt(async () => {
          const changed = await call(on ? 'startAgent' : 'stopAgent', { params: { id: agent.id } });
          keep(withAgent(known(), changed));
          announce(`${agent.name} is ${on ? 'on' : 'off'}`);
        }),
      takeFreePort: (agent: Agent, channel: ChannelName) =>
        attempt(async () => {
          const changed = await call('takeFreePort', { params: { id: agent.id, channel } });
          keep(withAgent(known(), changed));
          announce(`${agent.name} now uses port ${changed.channels[channel].port}`);
        }),
      sendSample: (agent: Agent) => attempt(() => call('sendSample', { params: { id: agent.id } })),
      markAllRead: (agent: Agent) =>
        attempt(() => call('patchMessages', { body: { agent: agent.id, read: true } })),
      /** Moves an agent to a place in the order, counted from 0. */
      move: (agent: Agent, to: number) =>
        attempt(async () => {
          const before = known();
          const ids = moved(
            before.map((other) => other.id),
            agent.id,
            to,
          );
          keep(inOrder(before, ids));
          try {
            await call('orderAgents', { body: { ids: [...ids] } });
            announce(`${agent.name} moved to place ${ids.indexOf(agent.id) + 1} of ${ids.length}`);
          } catch (error) {
            keep(before);
            throw error;
          }
        }),
    };
  }, [client]);
}

export type AgentActions = ReturnType<typeof useAgentActions>;
