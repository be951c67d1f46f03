import { Button } from '@mantine/core';
import { IconInbox, IconKey, IconListSearch, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { agentLimits } from '#shared/agent.ts';
import type { Agent } from '#shared/agent.ts';
import { usePlace } from '../../routing/use-place.ts';
import { SavedSearches } from '../search/SavedSearches.tsx';
import { ColourSchemeMenu } from '../../ui/ColourSchemeMenu.tsx';
import { WorkspaceMenu } from '../exchange/WorkspaceMenu.tsx';
import { AgentDialogs } from './AgentDialogs.tsx';
import type { AgentDialog } from './AgentDialogs.tsx';
import { AgentRow } from './AgentRow.tsx';
import { DemoMark } from './DemoMark.tsx';
import { PaneLink } from './PaneLink.tsx';
import { StreamNote } from './StreamNote.tsx';
import { useAgentActions } from './use-agent-actions.ts';
import { useAgentCommands } from './use-agent-commands.tsx';
import { useAgents } from './use-agents.ts';
import { useMenuCommand } from '../../desktop/use-menu-command.ts';
import classes from './AgentsPane.module.css';

/** All agents on top, then each with its state and unread count. */
export function AgentsPane() {
  const agents = useAgents() ?? [];
  const place = usePlace();
  const actions = useAgentActions();
  const [dialog, setDialog] = useState<AgentDialog | null>(null);
  const drag = useDrag(agents, actions.move);
  useMenuCommand('new-agent', () => setDialog({ type: 'create' }), agents.length < agentLimits.agents);
  useAgentCommands({ agents, currentId: place.agentId, actions, onDialog: setDialog });
  const unread = agents.reduce((sum, agent) => sum + agent.counts.unread, 0);
  return (
    <nav className={classes['pane']} aria-label="Mail Agents">
      <div className={classes['head']}>
        <span className={classes['brand']}>
          Restante <DemoMark />
        </span>
        <span className={classes['tools']}>
          <WorkspaceMenu />
          <ColourSchemeMenu />
        </span>
      </div>
      <div className={classes['scroll']}>
        <PaneLink
          place={{ page: 'inbox', agentId: null, messageId: null }}
          isCurrent={place.agentId === null && place.page === 'inbox'}
          mark={<IconInbox size={16} stroke={1.7} />}
          name="All agents"
          unread={unread}
        />
        <h2 className={classes['heading']} id="agents-heading">
          Mail Agents
        </h2>
        <ul className={classes['list']} aria-labelledby="agents-heading">
          {agents.map((agent, at) => (
            <AgentRow
              key={agent.id}
              agent={agent}
              at={at}
              count={agents.length}
              isCurrent={place.agentId === agent.id}
              actions={actions}
              onDialog={setDialog}
              drag={drag}
            />
          ))}
        </ul>
        <SavedSearches />
      </div>
      <div className={classes['foot']}>
        <StreamNote />
        <PaneLink
          place={{ page: 'management', agentId: null }}
          isCurrent={place.page === 'management'}
          mark={<IconKey size={16} stroke={1.7} />}
          name="Management API"
          unread={0}
        />
        <PaneLink
          place={{ page: 'codes', agentId: null }}
          isCurrent={place.page === 'codes'}
          mark={<IconListSearch size={16} stroke={1.7} />}
          name="Error codes"
          unread={0}
        />
        <Button
          variant="subtle"
          color="gray"
          justify="flex-start"
          fullWidth
          leftSection={<IconPlus size={16} />}
          disabled={agents.length >= agentLimits.agents}
          onClick={() => setDialog({ type: 'create' })}
        >
          New agent
        </Button>
      </div>
      <AgentDialogs dialog={dialog} onClose={() => setDialog(null)} />
    </nav>
  );
}

/** Dragging an agent to another place; `over` is the place before which it would be put down. */
export interface AgentDrag {
  readonly id: string | null;
  readonly over: number | null;
  readonly start: (id: string) => void;
  readonly enter: (place: number) => void;
  readonly drop: () => void;
  readonly end: () => void;
}

function useDrag(agents: readonly Agent[], move: (agent: Agent, to: number) => Promise<void>): AgentDrag {
  const [id, setId] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const end = () => {
    setId(null);
    setOver(null);
  };
  return {
    id,
    over,
    start: setId,
    enter: (place) => {
      if (id !== null) {
        setOver(place);
      }
    },
    drop: () => {
      const from = agents.findIndex((agent) => agent.id === id);
      const agent = agents[from];
      if (agent && over !== null && over !== from && over !== from + 1) {
        void move(agent, over > from ? over - 1 : over);
      }
      end();
    },
    end,
  };
}
