import type { ReactNode } from 'react';
import type { Agent } from '#shared/agent.ts';
import { AgentMark } from './AgentMark.tsx';
import classes from './PageHeader.module.css';

interface PageHeaderProps {
  readonly title: string;
  readonly agent: Pick<Agent, 'name' | 'colour'>;
  readonly actions?: ReactNode;
}

/** The bar on top of an agent's page. */
export function PageHeader({ title, agent, actions }: PageHeaderProps) {
  return (
    <header className={classes['header']}>
      <h1 className={classes['title']}>{title}</h1>
      <span className={classes['agent']}>
        <AgentMark colour={agent.colour} size={9} />
        <bdi className={classes['name']}>{agent.name}</bdi>
      </span>
      <span className={classes['actions']}>{actions}</span>
    </header>
  );
}
