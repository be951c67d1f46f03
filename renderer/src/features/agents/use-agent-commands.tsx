import {
  IconInbox,
  IconMailOpened,
  IconPencil,
  IconPlus,
  IconPower,
  IconSend,
  IconTag,
  IconTrash,
} from '@tabler/icons-react';
import { agentLimits } from '#shared/agent.ts';
import type { Agent } from '#shared/agent.ts';
import { useCommands } from '../../commands/commands-context.tsx';
import type { Command } from '../../commands/command.ts';
import { pathOf } from '../../routing/place.ts';
import { go } from '../../routing/use-place.ts';
import { AgentMark } from '../../ui/AgentMark.tsx';
import type { AgentDialog } from './AgentDialogs.tsx';
import { agentPages } from './agent-pages.ts';
import type { AgentActions } from './use-agent-actions.ts';

interface AgentCommandsHost {
  readonly agents: readonly Agent[];
  /** The agent whose page is open comes first. */
  readonly currentId: string | null;
  readonly actions: AgentActions;
  readonly onDialog: (dialog: AgentDialog) => void;
}

/** What can be done with every agent, and the ways to its pages. */
export function useAgentCommands({ agents, currentId, actions, onDialog }: AgentCommandsHost): void {
  function commandsOf(agent: Agent): Command[] {
    const { id, name } = agent;
    const isOff = agent.state === 'stopped' || agent.state === 'stopping';
    const about = { section: 'Agent', note: name } as const;
    const commands: (Command | false)[] = [
      {
        ...about,
        id: `switch ${id}`,
        title: isOff ? 'Switch on' : 'Switch off',
        words: 'start stop',
        icon: <IconPower size={16} />,
        run: () => void actions.switchTo(agent, isOff),
      },
      agent.channels.smtp.state === 'listening' && {
        ...about,
        id: `sample ${id}`,
        title: 'Send a sample',
        words: 'test mail',
        icon: <IconSend size={16} />,
        run: () => void actions.sendSample(agent),
      },
      agent.counts.unread > 0 && {
        ...about,
        id: `read ${id}`,
        title: 'Mark all read',
        icon: <IconMailOpened size={16} />,
        run: () => void actions.markAllRead(agent),
      },
      {
        ...about,
        id: `edit ${id}`,
        title: 'Edit…',
        words: 'settings ports tokens domains retention',
        icon: <IconPencil size={16} />,
        run: () => onDialog({ type: 'edit', agentId: id }),
      },
      {
        ...about,
        id: `tagging ${id}`,
        title: 'Tags…',
        words: 'rules label',
        icon: <IconTag size={16} />,
        run: () => onDialog({ type: 'tagging', agentId: id }),
      },
      agents.length > 1 && {
        ...about,
        id: `delete ${id}`,
        title: 'Delete the agent…',
        icon: <IconTrash size={16} />,
        run: () => onDialog({ type: 'delete', agentId: id }),
      },
      ...agentPages.map(({ page, label }): Command => {
        const place = page === 'inbox' ? { page, agentId: id, messageId: null } : { page, agentId: id };
        return {
          id: `go ${pathOf(place)}`,
          section: 'Go to',
          title: page === 'inbox' ? name : label,
          note: page === 'inbox' ? 'Inbox' : name,
          icon:
            page === 'inbox' ? (
              <AgentMark colour={agent.colour} size={10} />
            ) : (
              <IconInbox size={16} stroke={1.7} />
            ),
          run: () => go(place),
        };
      }),
    ];
    return commands.filter((command) => command !== false);
  }

  const currentFirst = agents.toSorted((a, b) => Number(b.id === currentId) - Number(a.id === currentId));
  useCommands([
    ...currentFirst.flatMap(commandsOf),
    ...(agents.length < agentLimits.agents
      ? [
          {
            id: 'new agent',
            section: 'Agent' as const,
            title: 'New agent…',
            words: 'create add',
            icon: <IconPlus size={16} />,
            run: () => onDialog({ type: 'create' }),
          },
        ]
      : []),
  ]);
}
