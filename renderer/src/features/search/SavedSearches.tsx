import { Menu } from '@mantine/core';
import { IconBookmark, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '../../api/client.ts';
import { useCommands } from '../../commands/commands-context.tsx';
import { pathOf } from '../../routing/place.ts';
import { go, usePlace, useSearchText } from '../../routing/use-place.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { notifyOfError } from '../../ui/notify.ts';
import { SaveSearchDialog } from './SaveSearchDialog.tsx';
import type { SearchToName } from './SaveSearchDialog.tsx';
import { useSavedSearches } from './use-saved-searches.ts';
import classes from './SavedSearches.module.css';

/** The searches that were given a name, below the agents: each looks into the inbox that is open, or last was. */
export function SavedSearches() {
  const place = usePlace();
  const q = useSearchText();
  const searches = useSavedSearches(place.agentId);
  const [naming, setNaming] = useState<SearchToName | null>(null);
  useCommands(
    searches.map((search) => ({
      id: `saved search ${search.id}`,
      section: 'Messages',
      title: `Search: ${search.name}`,
      words: `saved ${search.q}`,
      icon: <IconBookmark size={16} stroke={1.7} />,
      run: () => go({ page: 'inbox', agentId: place.agentId, messageId: null }, { q: search.q }),
    })),
  );
  if (searches.length === 0) {
    return null;
  }

  async function forget(id: string): Promise<void> {
    try {
      await call('deleteSavedSearch', { params: { id } });
    } catch (error) {
      notifyOfError(error, 'The search was not deleted');
    }
  }

  const inbox = pathOf({ page: 'inbox', agentId: place.agentId, messageId: null });
  return (
    <>
      <h2 className={classes['heading']} id="saved-searches-heading">
        Saved searches
      </h2>
      <ul className={classes['list']} aria-labelledby="saved-searches-heading">
        {searches.map((search) => (
          <li key={search.id} className={classes['row']}>
            <Link
              to={`${inbox}?${new URLSearchParams({ q: search.q })}`}
              className={classes['link']}
              aria-current={place.page === 'inbox' && q === search.q ? 'page' : undefined}
              title={search.q}
              draggable={false}
            >
              <IconBookmark size={15} stroke={1.7} />
              <bdi className={classes['name']}>{search.name}</bdi>
              <span className={classes['count']}>
                {search.total === null ? 'cannot be read' : search.total.toLocaleString('en')}
              </span>
            </Link>
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <IconButton
                  className={classes['more'] ?? ''}
                  size={22}
                  label={`Actions for the search ${search.name}`}
                  icon={<IconDots size={15} />}
                />
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setNaming(search)}>
                  Edit…
                </Menu.Item>
                <Menu.Item
                  c="var(--danger)"
                  leftSection={<IconTrash size={15} />}
                  onClick={() => void forget(search.id)}
                >
                  Delete
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </li>
        ))}
      </ul>
      <SaveSearchDialog search={naming} onClose={() => setNaming(null)} />
    </>
  );
}
