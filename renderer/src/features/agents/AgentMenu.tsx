import { Menu } from '@mantine/core';
import {
  IconActivity,
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconFileExport,
  IconFileImport,
  IconMailOpened,
  IconPencil,
  IconPlugConnected,
  IconPower,
  IconRepeat,
  IconSend,
  IconTag,
  IconTrash,
} from '@tabler/icons-react';
import type { Agent } from '#shared/agent.ts';
import { go } from '../../routing/use-place.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { openExchange } from '../exchange/exchange-dialog.ts';
import type { AgentDialog } from './AgentDialogs.tsx';
import type { AgentActions } from './use-agent-actions.ts';
import classes from './AgentRow.module.css';

interface AgentMenuProps {
  readonly agent: Agent;
  readonly at: number;
  readonly count: number;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly actions: AgentActions;
  readonly onDialog: (dialog: AgentDialog) => void;
}

/** Everything that can be done with an agent. */
export function AgentMenu({ agent, at, count, isOpen, onOpen, actions, onDialog }: AgentMenuProps) {
  const everything = {
    view: { agentId: agent.id, q: '' },
    chosen: 'all',
    count: agent.counts.total,
  } as const;
  const isOff = agent.state === 'stopped' || agent.state === 'stopping';
  return (
    <Menu opened={isOpen} onChange={onOpen} position="bottom-start" width={220}>
      <Menu.Target>
        <IconButton
          className={classes['menu'] ?? ''}
          size={20}
          label={`Actions for ${agent.name}`}
          icon={<IconDots size={15} />}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPlugConnected size={15} />}
          onClick={() => go({ page: 'connect', agentId: agent.id })}
        >
          Connect
        </Menu.Item>
        <Menu.Item
          leftSection={<IconActivity size={15} />}
          onClick={() => go({ page: 'activity', agentId: agent.id })}
        >
          Activity
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPencil size={15} />}
          onClick={() => onDialog({ type: 'edit', agentId: agent.id })}
        >
          Edit…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTag size={15} />}
          onClick={() => onDialog({ type: 'tagging', agentId: agent.id })}
        >
          Tags…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconPower size={15} />} onClick={() => void actions.switchTo(agent, isOff)}>
          {isOff ? 'Switch on' : 'Switch off'}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSend size={15} />}
          disabled={agent.channels.smtp.state !== 'listening'}
          onClick={() => void actions.sendSample(agent)}
        >
          Send a sample
        </Menu.Item>
        <Menu.Item
          leftSection={<IconMailOpened size={15} />}
          disabled={agent.counts.unread === 0}
          onClick={() => void actions.markAllRead(agent)}
        >
          Mark all read
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconFileImport size={15} />}
          onClick={() => openExchange({ type: 'import', agentId: agent.id, files: [] })}
        >
          Import…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileExport size={15} />}
          disabled={agent.counts.total === 0}
          onClick={() => openExchange({ type: 'export', messages: everything })}
        >
          Export…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconRepeat size={15} />}
          disabled={agent.counts.total === 0}
          onClick={() => openExchange({ type: 'replay', messages: everything })}
        >
          Replay…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconArrowUp size={15} />}
          disabled={at === 0}
          onClick={() => void actions.move(agent, at - 1)}
        >
          Move up
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={15} />}
          disabled={at === count - 1}
          onClick={() => void actions.move(agent, at + 1)}
        >
          Move down
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          c="var(--danger)"
          leftSection={<IconTrash size={15} />}
          disabled={count === 1}
          onClick={() => onDialog({ type: 'delete', agentId: agent.id })}
        >
          Delete…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
