import { flushSync } from 'react-dom';
import { useMenuCommand } from '../desktop/use-menu-command.ts';
import { selectSearch } from '../features/inbox/search-box.ts';
import type { Place } from '../routing/place.ts';
import { go } from '../routing/use-place.ts';

/** Leads to the search, from the other pages too; the menu's Find Messages does so too. */
export function useFindCommand(place: Place): () => void {
  function find(): void {
    if (place.page !== 'inbox') {
      flushSync(() => go({ page: 'inbox', agentId: place.agentId, messageId: null }));
    }
    selectSearch();
  }
  useMenuCommand('find', find);
  return find;
}
