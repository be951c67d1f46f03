import { Button } from '@mantine/core';
import { IconAlertTriangleFilled, IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Agent } from '#shared/agent.ts';
import { AgentMark } from '../../ui/AgentMark.tsx';
import { useFailuresOn } from '../failures/use-failures.ts';
import { AgentMenu } from './AgentMenu.tsx';
import type { AgentDialog } from './AgentDialogs.tsx';
import type { AgentDrag } from './AgentsPane.tsx';
import { channelWords, stateLabel, stateWords } from './agent-words.ts';
import { PaneLink } from './PaneLink.tsx';
import { SandboxMark } from './SandboxMark.tsx';
import type { AgentActions } from './use-agent-actions.ts';
import classes from './AgentRow.module.css';

interface AgentRowProps {
  readonly agent: Agent;
  readonly at: number;
  readonly count: number;
  readonly isCurrent: boolean;
  readonly actions: AgentActions;
  readonly onDialog: (dialog: AgentDialog) => void;
  readonly drag: AgentDrag;
}

/** An agent in the pane; it can be dragged, moved with Alt and the arrows, and has a menu. */
export function AgentRow({ agent, at, count, isCurrent, actions, onDialog, drag }: AgentRowProps) {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const failing = useFailuresOn(agent.id) > 0;
  const { problem } = agent;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      setMenuOpen(true);
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      void actions.move(agent, at + (event.key === 'ArrowUp' ? -1 : 1));
    }
  }

  return (
    <li
      className={classes['row']}
      draggable
      data-dragged={drag.id === agent.id || undefined}
      data-drop={drag.over === at ? 'before' : drag.over === count && at === count - 1 ? 'after' : undefined}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', agent.name);
        drag.start(agent.id);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        const box = event.currentTarget.getBoundingClientRect();
        drag.enter(event.clientY > box.top + box.height / 2 ? at + 1 : at);
      }}
      onDrop={(event) => {
        event.preventDefault();
        drag.drop();
      }}
      onDragEnd={drag.end}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuOpen(true);
      }}
    >
      <PaneLink
        place={{ page: 'inbox', agentId: agent.id, messageId: null }}
        isCurrent={isCurrent}
        mark={
          agent.state === 'failed' ? (
            <IconAlertTriangleFilled size={14} color="var(--danger)" />
          ) : failing ? (
            <IconFlask size={15} color="var(--warning)" />
          ) : (
            <AgentMark colour={agent.colour} hollow={agent.state === 'stopped'} />
          )
        }
        name={agent.name}
        badge={agent.sandbox ? <SandboxMark /> : undefined}
        note={failing ? `Fails on purpose · ${stateWords(agent)}` : stateWords(agent)}
        isProblem={agent.state === 'failed'}
        unread={agent.counts.unread}
        state={failing ? `${stateLabel(agent)}, fails on purpose` : stateLabel(agent)}
        onKeyDown={onKeyDown}
      />
      {problem && (
        <Button
          className={classes['mend']}
          size="compact-xs"
          variant="default"
          onClick={() => void actions.takeFreePort(agent, problem.channel)}
          aria-label={`Use the next free port for ${channelWords[problem.channel]} of ${agent.name}`}
        >
          Use the next free port
        </Button>
      )}
      <AgentMenu
        agent={agent}
        at={at}
        count={count}
        isOpen={isMenuOpen}
        onOpen={setMenuOpen}
        actions={actions}
        onDialog={onDialog}
      />
    </li>
  );
}
