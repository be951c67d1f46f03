import type { Agent } from '#shared/agent.ts';
import { ApiSettings } from './ApiSettings.tsx';
import classes from './Ways.module.css';
import { connectionOf, missingToken } from './connection.ts';
import { NotListening } from './NotListening.tsx';
import { SmtpSettings } from './SmtpSettings.tsx';
import { SnippetSection } from './SnippetSection.tsx';

interface OwnPortsWayProps {
  readonly agent: Agent;
  readonly caFile: string | undefined;
}

/** The agent's own ports: whatever comes there is this agent's. */
export function OwnPortsWay({ agent, caFile }: OwnPortsWayProps) {
  const connection = connectionOf(agent, caFile);
  return (
    <>
      <NotListening agent={agent} />
      <div className={classes['settings']}>
        <SmtpSettings agent={agent} connection={connection} />
        <ApiSettings connection={connection} hasToken={connection.token !== missingToken} />
      </div>
      <SnippetSection connection={connection} />
    </>
  );
}
