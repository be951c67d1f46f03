import { Menu } from '@mantine/core';
import {
  IconBookmarkPlus,
  IconDots,
  IconFileExport,
  IconFileImport,
  IconHelp,
  IconListCheck,
  IconMailOpened,
  IconPlayerTrackNext,
  IconRepeat,
  IconStar,
  IconTag,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { MessageView } from '../../api/query-keys.ts';
import { useCommands } from '../../commands/commands-context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { openExchange } from '../exchange/exchange-dialog.ts';
import { SaveSearchDialog } from '../search/SaveSearchDialog.tsx';
import type { SearchToName } from '../search/SaveSearchDialog.tsx';
import { SearchBox } from '../search/SearchBox.tsx';
import { SearchHelp } from '../search/SearchHelp.tsx';
import { SearchProblemNote } from '../search/SearchProblemNote.tsx';
import { useSearchBox } from '../search/use-search-box.ts';
import { countWords } from './row-words.ts';
import { searchBoxId } from './search-box.ts';
import classes from './InboxToolbar.module.css';

interface InboxToolbarProps {
  readonly view: MessageView;
  readonly total: number;
  /** A search shows its first rows before its hits are counted. */
  readonly isCounted: boolean;
  /** Whether the newest message is always shown. */
  readonly following: boolean;
  readonly onFollow: (following: boolean) => void;
  readonly onLeaveSearch: () => void;
  readonly onMarkAllRead: () => void;
  readonly onDeleteAll: () => void;
  readonly onSelectAll: () => void;
  readonly onTagAll: () => void;
  readonly onStarAll: () => void;
}

/** The search box with the number of its hits, and what concerns the whole view. */
export function InboxToolbar(props: InboxToolbarProps) {
  const {
    view,
    total,
    isCounted,
    following,
    onFollow,
    onLeaveSearch,
    onMarkAllRead,
    onDeleteAll,
    onSelectAll,
  } = props;
  const { onTagAll, onStarAll } = props;
  const search = useSearchBox(view);
  const [helping, setHelping] = useState(false);
  const [naming, setNaming] = useState<SearchToName | null>(null);
  const isSearch = view.q !== '';
  const saveSearch = (): void => setNaming({ id: null, name: '', q: view.q });
  useCommands([
    ...(isSearch
      ? [
          {
            id: 'save search',
            section: 'Messages' as const,
            title: 'Save this search…',
            note: view.q,
            icon: <IconBookmarkPlus size={16} />,
            run: saveSearch,
          },
        ]
      : []),
    {
      id: 'tag all',
      section: 'Messages',
      title: isSearch ? 'Tag all found…' : 'Tag all…',
      icon: <IconTag size={16} />,
      run: onTagAll,
    },
    {
      id: 'star all',
      section: 'Messages',
      title: isSearch ? 'Star all found' : 'Star all',
      icon: <IconStar size={16} />,
      run: onStarAll,
    },
    {
      id: 'search help',
      section: 'Help',
      title: 'The search language',
      words: 'operators syntax',
      icon: <IconHelp size={16} />,
      run: () => setHelping(true),
    },
  ]);
  return (
    <search className={classes['search']}>
      <div className={classes['toolbar']}>
        <SearchBox
          view={view}
          state={search}
          describedBy={search.problem === undefined ? 'message-count' : 'search-problem'}
          onLeave={onLeaveSearch}
          onHelp={() => setHelping(true)}
        />
        <span id="message-count" className={classes['count']} role="status" aria-live="polite">
          {!isCounted ? 'Counting…' : isSearch ? countWords(total, 'hit') : total.toLocaleString('en')}
        </span>
        {isSearch && (
          <IconButton label="Save this search" icon={<IconBookmarkPlus size={16} />} onClick={saveSearch} />
        )}
        <IconButton
          label="Follow: always show the newest"
          aria-pressed={following}
          variant={following ? 'filled' : 'subtle'}
          icon={<IconPlayerTrackNext size={16} />}
          onClick={() => onFollow(!following)}
        />
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <IconButton label="More actions" icon={<IconDots size={16} />} />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconListCheck size={15} />} onClick={onSelectAll} disabled={total === 0}>
              Select all
            </Menu.Item>
            <Menu.Item
              leftSection={<IconMailOpened size={15} />}
              onClick={onMarkAllRead}
              disabled={total === 0}
            >
              {isSearch ? 'Mark all found read' : 'Mark all read'}
            </Menu.Item>
            <Menu.Item leftSection={<IconTag size={15} />} onClick={onTagAll} disabled={total === 0}>
              {isSearch ? 'Tag all found…' : 'Tag all…'}
            </Menu.Item>
            <Menu.Item leftSection={<IconStar size={15} />} onClick={onStarAll} disabled={total === 0}>
              {isSearch ? 'Star all found' : 'Star all'}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconFileImport size={15} />}
              onClick={() => openExchange({ type: 'import', agentId: view.agentId, files: [] })}
            >
              Import…
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFileExport size={15} />}
              disabled={total === 0}
              onClick={() =>
                openExchange({ type: 'export', messages: { view, chosen: 'all', count: total } })
              }
            >
              {isSearch ? 'Export all found…' : 'Export all…'}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconRepeat size={15} />}
              disabled={total === 0}
              onClick={() =>
                openExchange({ type: 'replay', messages: { view, chosen: 'all', count: total } })
              }
            >
              {isSearch ? 'Replay all found…' : 'Replay all…'}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              c="var(--danger)"
              leftSection={<IconTrash size={15} />}
              onClick={onDeleteAll}
              disabled={total === 0}
            >
              {isSearch ? 'Delete all found…' : 'Delete all…'}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {search.problem !== undefined && (
        <SearchProblemNote
          id="search-problem"
          text={search.text}
          problem={search.problem}
          onMend={(text, caret) => {
            search.setText(text, caret);
            document.getElementById(searchBoxId)?.focus();
          }}
        />
      )}
      <SearchHelp
        opened={helping}
        onClose={() => setHelping(false)}
        onTry={(q) => {
          setHelping(false);
          search.setText(q, q.length);
        }}
      />
      <SaveSearchDialog search={naming} onClose={() => setNaming(null)} />
    </search>
  );
}
