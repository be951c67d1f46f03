import { Menu } from '@mantine/core';
import { IconArchive, IconDeviceFloppy, IconFileImport, IconFolderOpen } from '@tabler/icons-react';
import { usePlace } from '../../routing/use-place.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { openExchange } from './exchange-dialog.ts';

/** Files in and out of the whole of Restante. */
export function WorkspaceMenu() {
  const { agentId } = usePlace();
  return (
    <Menu position="bottom-end" width={210}>
      <Menu.Target>
        <IconButton label="Files" icon={<IconArchive size={16} stroke={1.7} />} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileImport size={15} />}
          onClick={() => openExchange({ type: 'import', agentId, files: [] })}
        >
          Import messages…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconFolderOpen size={15} />}
          onClick={() => openExchange({ type: 'open-workspace', file: null })}
        >
          Open workspace…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDeviceFloppy size={15} />}
          onClick={() => openExchange({ type: 'save-workspace' })}
        >
          Save workspace…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
