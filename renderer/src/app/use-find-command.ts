import { flushSync } from 'react-dom';
import { useMenuCommand } from '../desktop/use-menu-command.ts';
import { selectSearch } from '../features/inbox/search-box.ts';
import type { Place } from '../routing/place.ts';
import { onceShown } from '../routing/shown-place.ts';
import { go } from '../routing/use-place.ts';

/** Leads to the search, from the other pages too; the menu's Find Messages does so too. */
export function useFindCommand(place: Place): () => void {
  function find(): void {
    if (place.page === 'inbox') {
      selectSearch();
      return;
    }
    go({ page: 'inbox', agentId: place.agentId, messageId: null });
    onceShown(() => {
      // The box is drawn with its page.
      flushSync(() => undefined);
      selectSearch();
    });
  }
  useMenuCommand('find', find);
  return find;
}
