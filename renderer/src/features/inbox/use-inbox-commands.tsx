import {
  IconArrowDown,
  IconArrowUp,
  IconFileExport,
  IconListCheck,
  IconMail,
  IconMailOpened,
  IconPlayerTrackNext,
  IconRepeat,
  IconStar,
  IconTag,
  IconTrash,
} from '@tabler/icons-react';
import type { MessageView } from '../../api/query-keys.ts';
import type { Command } from '../../commands/command.ts';
import { useCommands } from '../../commands/commands-context.tsx';
import { useMenuCommand } from '../../desktop/use-menu-command.ts';
import { openExchange } from '../exchange/exchange-dialog.ts';
import type { ListCommand } from './list-keys.ts';
import { countWords } from './row-words.ts';
import type { Chosen } from './use-message-actions.ts';

interface InboxCommandsHost {
  readonly view: MessageView;
  readonly total: number;
  /** How many messages are chosen. */
  readonly selected: number;
  readonly chosen: Chosen;
  readonly following: boolean;
  readonly onFollow: (following: boolean) => void;
  readonly run: (command: ListCommand, held?: boolean) => void;
  readonly onMarkAllRead: () => void;
  readonly onDeleteAll: () => void;
}

/** What can be done with the list on the screen and the messages chosen in it. */
export function useInboxCommands(host: InboxCommandsHost): void {
  const { view, total, selected, following, run } = host;
  const isSearch = view.q !== '';
  const exportAll = () => openExchange({ type: 'export', messages: { view, chosen: 'all', count: total } });
  const exportChosen = () =>
    openExchange({ type: 'export', messages: { view, chosen: host.chosen, count: selected } });
  useMenuCommand('export', selected > 1 ? exportChosen : exportAll, total > 0);
  const note = selected > 1 ? countWords(selected, 'message') : undefined;
  const always: readonly Command[] = [
    {
      id: 'follow',
      section: 'Messages',
      title: following ? 'Stop following' : 'Follow: always show the newest',
      words: 'live tail auto newest',
      icon: <IconPlayerTrackNext size={16} />,
      shortcut: 'follow',
      run: () => host.onFollow(!following),
    },
  ];
  const forSome: readonly Command[] = [
    {
      id: 'next',
      section: 'Messages',
      title: 'Next message',
      words: 'down older',
      icon: <IconArrowDown size={16} />,
      shortcut: 'next',
      repeats: true,
      run: (held) => run({ type: 'move', by: 1, extend: false }, held),
    },
    {
      id: 'previous',
      section: 'Messages',
      title: 'Previous message',
      words: 'up newer',
      icon: <IconArrowUp size={16} />,
      shortcut: 'previous',
      repeats: true,
      run: (held) => run({ type: 'move', by: -1, extend: false }, held),
    },
    {
      id: 'select all',
      section: 'Messages',
      title: isSearch ? 'Select all found' : 'Select all',
      note: countWords(total, 'message'),
      icon: <IconListCheck size={16} />,
      shortcut: 'selectAll',
      run: () => run({ type: 'select-all' }),
    },
    {
      id: 'mark all read',
      section: 'Messages',
      title: isSearch ? 'Mark all found read' : 'Mark all read',
      note: countWords(total, 'message'),
      icon: <IconMailOpened size={16} />,
      run: host.onMarkAllRead,
    },
    {
      id: 'export all',
      section: 'Messages',
      title: isSearch ? 'Export all found…' : 'Export all…',
      note: countWords(total, 'message'),
      words: 'save zip mbox eml',
      icon: <IconFileExport size={16} />,
      run: exportAll,
    },
    {
      id: 'replay all',
      section: 'Messages',
      title: isSearch ? 'Replay all found…' : 'Replay all…',
      note: countWords(total, 'message'),
      words: 'send again resend',
      icon: <IconRepeat size={16} />,
      run: () => openExchange({ type: 'replay', messages: { view, chosen: 'all', count: total } }),
    },
    {
      id: 'delete all',
      section: 'Messages',
      title: isSearch ? 'Delete all found…' : 'Delete all…',
      note: countWords(total, 'message'),
      words: 'clear empty remove',
      icon: <IconTrash size={16} />,
      run: host.onDeleteAll,
    },
  ];
  const forChosen: readonly Command[] = [
    {
      id: 'mark read',
      section: 'Message',
      title: 'Mark read',
      note,
      icon: <IconMailOpened size={16} />,
      shortcut: 'read',
      run: () => run({ type: 'read' }),
    },
    {
      id: 'mark unread',
      section: 'Message',
      title: 'Mark unread',
      note,
      icon: <IconMail size={16} />,
      shortcut: 'unread',
      run: () => run({ type: 'unread' }),
    },
    {
      id: 'star',
      section: 'Message',
      title: 'Star, or take the star',
      note,
      words: 'favourite keep pin',
      icon: <IconStar size={16} />,
      shortcut: 'star',
      run: () => run({ type: 'star' }),
    },
    {
      id: 'tag',
      section: 'Message',
      title: 'Tag…',
      note,
      words: 'label',
      icon: <IconTag size={16} />,
      shortcut: 'tag',
      run: () => run({ type: 'tag' }),
    },
    {
      id: 'delete',
      section: 'Message',
      title: 'Delete',
      note,
      words: 'remove',
      icon: <IconTrash size={16} />,
      shortcut: 'remove',
      run: () => run({ type: 'remove' }),
    },
  ];
  useCommands([...(selected > 0 ? forChosen : []), ...always, ...(total > 0 ? forSome : [])]);
}
