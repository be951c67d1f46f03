import { Menu } from '@mantine/core';
import { IconArchive, IconDeviceFloppy, IconFileImport, IconFolderOpen } from '@tabler/icons-react';
import { useCommands } from '../../commands/commands-context.tsx';
import { useMenuCommand } from '../../desktop/use-menu-command.ts';
import { usePlace } from '../../routing/use-place.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { openExchange } from './exchange-dialog.ts';

/** Files in and out of the whole of Restante. */
export function WorkspaceMenu() {
  const { agentId } = usePlace();
  const entries = [
    {
      id: 'import',
      title: 'Import messages…',
      words: 'open eml mbox zip file folder',
      Icon: IconFileImport,
      run: () => openExchange({ type: 'import', agentId, files: [] }),
    },
    {
      id: 'open workspace',
      title: 'Open workspace…',
      words: 'load restore file',
      Icon: IconFolderOpen,
      run: () => openExchange({ type: 'open-workspace', file: null }),
    },
    {
      id: 'save workspace',
      title: 'Save workspace…',
      words: 'backup export file',
      Icon: IconDeviceFloppy,
      run: () => openExchange({ type: 'save-workspace' }),
    },
  ] as const;
  const [importing, opening, saving] = entries;
  useMenuCommand('import', importing.run);
  useMenuCommand('open-workspace', opening.run);
  useMenuCommand('save-workspace', saving.run);
  useCommands(
    entries.map(({ Icon, ...entry }) => ({ ...entry, section: 'Messages', icon: <Icon size={16} /> })),
  );
  return (
    <Menu position="bottom-end" width={210}>
      <Menu.Target>
        <IconButton label="Files" icon={<IconArchive size={16} stroke={1.7} />} />
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map(({ id, title, Icon, run }) => (
          <Menu.Item key={id} leftSection={<Icon size={15} />} onClick={run}>
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
