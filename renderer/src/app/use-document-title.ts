import { commonPageNames } from '../routing/common-pages.ts';
import { useEffect } from 'react';
import { useHealth } from './use-health.ts';
import { useAgents } from '../features/agents/use-agents.ts';
import type { Place } from '../routing/place.ts';

/** The window's title: the unread count of all agents, and where the person is. */
export function useDocumentTitle(place: Place): void {
  const agents = useAgents();
  const unread = agents?.reduce((sum, agent) => sum + agent.counts.unread, 0) ?? 0;
  const name =
    place.page === 'codes' || place.page === 'management' || place.page === 'compare'
      ? commonPageNames[place.page]
      : agents?.find((agent) => agent.id === place.agentId)?.name;
  const brand = useHealth().data?.demo === true ? 'Restante Demo' : 'Restante';
  useEffect(() => {
    document.title = [unread > 0 ? `(${unread})` : undefined, name, name ? '·' : undefined, brand]
      .filter((part) => part !== undefined)
      .join(' ');
  }, [unread, name, brand]);
}
