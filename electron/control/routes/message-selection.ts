import type { PostOffice } from '../../post-office/post-office.ts';

/**
 * The messages that an agent and a search name.
 * @throws RestanteError `agent.not-found`: a misspelt agent is no empty inbox.
 */
export function messageSelection(
  { agent, q }: { readonly agent?: string | undefined; readonly q?: string | undefined },
  agents: PostOffice['agents'],
): { agentId?: string; q?: string } {
  return {
    ...(agent === undefined ? {} : { agentId: agents.get(agent).id }),
    ...(q === undefined || q.trim() === '' ? {} : { q }),
  };
}
