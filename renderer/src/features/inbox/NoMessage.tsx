import { Kbd } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useSearchText } from '../../routing/use-place.ts';
import { useAgents } from '../agents/use-agents.ts';
import { FirstMail } from './FirstMail.tsx';
import classes from './FirstMail.module.css';

/** What stands there while no message is open: how to send the first one, or how to get about. */
export function NoMessage({ agentId }: { readonly agentId: string | null }) {
  const agents = useAgents();
  const q = useSearchText();
  const concerned = agents?.filter((agent) => agentId === null || agent.id === agentId) ?? [];
  const agent = concerned.find((candidate) => candidate.state === 'listening') ?? concerned[0];
  if (agent && q === '' && concerned.every(({ counts }) => counts.total === 0)) {
    return <FirstMail agent={agent} />;
  }
  return (
    agents && (
      <EmptyState icon={<IconMail size={36} stroke={1.2} />} title="No message selected">
        <span className={classes['keys']}>
          <span>
            <Kbd size="xs">j</Kbd> <Kbd size="xs">k</Kbd> next and previous
          </span>
          <span>
            <Kbd size="xs">/</Kbd> search
          </span>
          <span>
            <Kbd size="xs">u</Kbd> <Kbd size="xs">r</Kbd> unread, read
          </span>
          <span>
            <Kbd size="xs">c</Kbd> copy the code
          </span>
          <span>
            <Kbd size="xs">Del</Kbd> delete
          </span>
        </span>
      </EmptyState>
    )
  );
}
