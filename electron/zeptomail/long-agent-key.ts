import { createHash } from 'node:crypto';

/** An agent's key as logs show it: account part, key, and a part that nobody explains. The parts around the key are assumed. */
export function longAgentKey(agentKey: string): string {
  return `ea36f19a.${agentKey}.${createHash('sha256').update(agentKey).digest('hex').slice(0, 15)}`;
}
