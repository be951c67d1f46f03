import { CloseButton, Loader, Menu, TextInput } from '@mantine/core';
import {
  IconDots,
  IconFileExport,
  IconFileImport,
  IconListCheck,
  IconMailOpened,
  IconPlayerTrackNext,
  IconRepeat,
  IconSearch,
  IconTrash,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { MessageView } from '../../api/query-keys.ts';
import { usePlace, useGo } from '../../routing/use-place.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { openExchange } from '../exchange/exchange-dialog.ts';
import { countWords } from './row-words.ts';
import { searchBoxId } from './search-box.ts';
import classes from './InboxToolbar.module.css';

interface InboxToolbarProps {
  readonly view: MessageView;
  readonly total: number;
  /** Whether the newest message is always shown. */
  readonly following: boolean;
  readonly onFollow: (following: boolean) => void;
  readonly onLeaveSearch: () => void;
  readonly onMarkAllRead: () => void;
  readonly onDeleteAll: () => void;
  readonly onSelectAll: () => void;
}

/** A search is asked for when the person has stopped typing for so long. */
const typingMs = 160;

/** The search box with the number of its hits, and what concerns the whole view. */
export function InboxToolbar(props: InboxToolbarProps) {
  const { view, total, following, onFollow, onLeaveSearch, onMarkAllRead, onDeleteAll, onSelectAll } = props;
  const { text, setText, isWaiting } = useSearchBox(view);
  const isSearch = view.q !== '';
  return (
    <div className={classes['toolbar']} role="search">
      <TextInput
        id={searchBoxId}
        className={classes['search']}
        type="search"
        aria-label="Search messages"
        aria-describedby="message-count"
        placeholder="Search"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            setText('');
            onLeaveSearch();
          } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault();
            onLeaveSearch();
          }
        }}
        leftSection={isWaiting ? <Loader size={13} /> : <IconSearch size={14} />}
        rightSection={
          text !== '' && <CloseButton size="xs" aria-label="Clear the search" onClick={() => setText('')} />
        }
      />
      <span id="message-count" className={classes['count']} role="status" aria-live="polite">
        {isSearch ? countWords(total, 'hit') : total.toLocaleString('en')}
      </span>
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
            onClick={() => openExchange({ type: 'export', messages: { view, chosen: 'all', count: total } })}
          >
            {isSearch ? 'Export all found…' : 'Export all…'}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconRepeat size={15} />}
            disabled={total === 0}
            onClick={() => openExchange({ type: 'replay', messages: { view, chosen: 'all', count: total } })}
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
  );
}

/** The text of the box runs ahead of the address, which follows when the typing rests. */
function useSearchBox(view: MessageView) {
  const go = useGo();
  const place = usePlace();
  const [text, setBoxText] = useState(view.q);
  const [known, setKnown] = useState(view.q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (known !== view.q) {
    setKnown(view.q);
    setBoxText(text.trim() === view.q ? text : view.q);
  }
  function setText(next: string): void {
    setBoxText(next);
    clearTimeout(timer.current);
    const search = () => {
      if (place.page === 'inbox' && next.trim() !== view.q) {
        go(place, { q: next.trim(), replace: view.q !== '' });
      }
    };
    if (next === '') {
      search();
    } else {
      timer.current = setTimeout(search, typingMs);
    }
  }
  return { text, setText, isWaiting: text.trim() !== view.q };
}
