import { useMantineColorScheme } from '@mantine/core';
import {
  IconCommand,
  IconDeviceDesktop,
  IconInbox,
  IconKey,
  IconKeyboard,
  IconListSearch,
  IconMoon,
  IconSearch,
  IconSun,
} from '@tabler/icons-react';
import { useState } from 'react';
import { CommandPalette } from '../commands/CommandPalette.tsx';
import { useCommands } from '../commands/commands-context.tsx';
import { ShortcutsDialog } from '../commands/ShortcutsDialog.tsx';
import { useCommandKeys } from '../commands/use-command-keys.ts';
import { useMenuCommand } from '../desktop/use-menu-command.ts';
import { go } from '../routing/use-place.ts';

interface CommandCenterProps {
  /** Leads to the search of the messages, from any page. */
  readonly onFind: () => void;
}

/** The palette, the list of shortcuts, and the commands that belong to no page. */
export function CommandCenter({ onFind }: CommandCenterProps) {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null);
  const { setColorScheme } = useMantineColorScheme();
  useCommandKeys();
  useMenuCommand('palette', () => setOpen('palette'));
  useMenuCommand('shortcuts', () => setOpen('shortcuts'));
  const appearance = { section: 'Appearance', words: 'appearance colour color theme mode' } as const;
  useCommands([
    {
      id: 'palette',
      section: 'Help',
      title: 'Command palette',
      icon: <IconCommand size={16} />,
      shortcut: 'palette',
      run: () => setOpen('palette'),
    },
    {
      id: 'shortcuts',
      section: 'Help',
      title: 'Keyboard shortcuts',
      icon: <IconKeyboard size={16} />,
      shortcut: 'help',
      run: () => setOpen('shortcuts'),
    },
    {
      id: 'search',
      section: 'Messages',
      title: 'Search messages',
      words: 'find',
      icon: <IconSearch size={16} />,
      shortcut: 'search',
      run: onFind,
    },
    {
      id: 'all agents',
      section: 'Go to',
      title: 'All agents',
      icon: <IconInbox size={16} stroke={1.7} />,
      run: () => go({ page: 'inbox', agentId: null, messageId: null }),
    },
    {
      id: 'management',
      section: 'Go to',
      title: 'Management API',
      words: 'oauth clients exports',
      icon: <IconKey size={16} stroke={1.7} />,
      run: () => go({ page: 'management', agentId: null }),
    },
    {
      id: 'codes',
      section: 'Go to',
      title: 'Error codes',
      words: 'help refused answer',
      icon: <IconListSearch size={16} stroke={1.7} />,
      run: () => go({ page: 'codes', agentId: null }),
    },
    {
      ...appearance,
      id: 'light',
      title: 'Light',
      icon: <IconSun size={16} />,
      run: () => setColorScheme('light'),
    },
    {
      ...appearance,
      id: 'dark',
      title: 'Dark',
      icon: <IconMoon size={16} />,
      run: () => setColorScheme('dark'),
    },
    {
      ...appearance,
      id: 'auto',
      title: 'As the system',
      icon: <IconDeviceDesktop size={16} />,
      run: () => setColorScheme('auto'),
    },
  ]);
  return (
    <>
      <CommandPalette opened={open === 'palette'} onClose={() => setOpen(null)} />
      <ShortcutsDialog opened={open === 'shortcuts'} onClose={() => setOpen(null)} />
    </>
  );
}
