import type { PostOffice } from '../../post-office/post-office.ts';
import { ownLinks } from '../../road/own-links.ts';

/** Where a link of a shown message leads instead of to its address; undefined leaves the address. */
export type ShownLinks = (address: string) => string | undefined;

/**
 * Tracked links lead where they led before they were tracked, so that following them is no click; unless their agent
 * counts what is done in the preview. Made anew for each document.
 */
export function shownLinks({ ledger, agents }: Pick<PostOffice, 'ledger' | 'agents'>): ShownLinks {
  const own = ownLinks(ledger.tracked);
  const counting = new Map<string, boolean>();
  return (address) => {
    const found = own(address);
    if (found === undefined) {
      return undefined;
    }
    const { agentId, link } = found;
    if (!counting.has(agentId)) {
      const agent = agents.list().find(({ id }) => id === agentId);
      counting.set(agentId, agent?.tracking.preview ?? false);
    }
    return counting.get(agentId) === true ? undefined : link;
  };
}
