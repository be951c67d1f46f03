import { type AgentConfig, maxMessageBytesOf } from '#shared/agent.ts';
import type { DoorManner } from '../road/door-agents.ts';

/** What holds before the agent is known: what the most lenient of the agents allows; its own rules judge afterwards. */
export function mannerOf(
  agents: readonly Pick<AgentConfig, 'enabled' | 'mode' | 'maxMessageBytes'>[],
): DoorManner {
  const isRelaxed = agents.some(({ enabled, mode }) => enabled && mode === 'relaxed');
  return {
    mode: isRelaxed ? 'relaxed' : 'strict',
    maxMessageBytes: Math.max(...agents.map(maxMessageBytesOf)),
  };
}
