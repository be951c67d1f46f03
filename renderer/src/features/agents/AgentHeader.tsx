import { Badge, Button } from '@mantine/core';
import { IconPower } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Agent } from '#shared/agent.ts';
import { commonPageNames } from '../../routing/common-pages.ts';
import { pathOf } from '../../routing/place.ts';
import type { Place } from '../../routing/place.ts';
import { AgentMark } from '../../ui/AgentMark.tsx';
import { FailuresMark } from '../failures/FailuresMark.tsx';
import { agentPages } from './agent-pages.ts';
import { PortChip } from './PortChip.tsx';
import { SandboxMark } from './SandboxMark.tsx';
import { useAgent } from './use-agents.ts';
import { useAgentActions } from './use-agent-actions.ts';
import classes from './AgentHeader.module.css';

/** Above an agent's pages: its name, where it listens, and the way to its pages. */
export function AgentHeader({ place }: { readonly place: Place }) {
  const agent = useAgent(place.agentId);
  if (place.agentId === null || !agent) {
    return place.agentId === null ? (
      <div className={classes['header']}>
        <h1 className={classes['name']}>
          {place.page === 'inbox' ? 'All agents' : commonPageNames[place.page]}
        </h1>
      </div>
    ) : null;
  }
  const id = agent.id;
  // An empty inbox says itself that its agent is off.
  const isGuided = place.page === 'inbox' && place.messageId === null && agent.counts.total === 0;
  return (
    <>
      <div className={classes['header']}>
        <AgentMark colour={agent.colour} hollow={agent.state === 'stopped'} size={11} />
        <h1 className={classes['name']} title={agent.description || agent.name}>
          <bdi>{agent.name}</bdi>
        </h1>
        {agent.mode === 'strict' && (
          <Badge
            size="xs"
            radius="sm"
            variant="default"
            className={classes['mode']}
            title="Answers as production would"
          >
            strict
          </Badge>
        )}
        {agent.sandbox && <SandboxMark />}
        <FailuresMark agentId={id} />
        <div className={classes['ports']}>
          <PortChip agent={agent} channel="smtp" />
          <PortChip agent={agent} channel="api" />
        </div>
        <nav className={classes['pages']} aria-label={`Pages of ${agent.name}`}>
          {agentPages.map(({ page, label }) => (
            <Link
              key={page}
              to={pathOf(page === 'inbox' ? { page, agentId: id, messageId: null } : { page, agentId: id })}
              className={classes['page']}
              aria-current={place.page === page ? 'page' : undefined}
            >
              {label}
            </Link>
          ))}
        </nav>
      </div>
      {agent.state === 'stopped' && !isGuided && <OffBar agent={agent} />}
    </>
  );
}

function OffBar({ agent }: { readonly agent: Agent }) {
  const actions = useAgentActions();
  return (
    <div className={classes['off']} role="status">
      <span>
        <bdi>{agent.name}</bdi> is switched off: nothing can arrive.
      </span>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPower size={14} />}
        onClick={() => void actions.switchTo(agent, true)}
      >
        Switch on
      </Button>
    </div>
  );
}
