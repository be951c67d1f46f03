import { Switch } from '@mantine/core';
import type { Agent } from '#shared/agent.ts';
import type { Gateway } from '#shared/gateway.ts';
import { Section } from '../../../ui/Section.tsx';
import { ApiSettings } from '../ApiSettings.tsx';
import classes from '../Ways.module.css';
import { connectionOf, missingToken } from '../connection.ts';
import { SmtpSettings } from '../SmtpSettings.tsx';
import { SnippetSection } from '../SnippetSection.tsx';
import { Warning } from '../Warning.tsx';
import { GatewayAttempts } from './GatewayAttempts.tsx';
import { GatewayPorts } from './GatewayPorts.tsx';
import { GatewayProblems } from './GatewayProblems.tsx';
import { useGatewayActions } from './use-gateway.ts';

interface GatewayWayProps {
  readonly agent: Agent;
  readonly gateway: Gateway;
  readonly caFile: string | undefined;
}

/** One host for all agents: its settings with this agent's token, and what found no agent. */
export function GatewayWay({ agent, gateway, caFile }: GatewayWayProps) {
  const actions = useGatewayActions();
  const connection = connectionOf({ ...agent, channels: gateway.channels }, caFile);
  const hasToken = connection.token !== missingToken;
  return (
    <>
      <Section
        title="Gateway"
        about="One SMTP server and one API for all Mail Agents, as in production, where all agents share one host. Whose mail it is, the gateway learns from the token or the short password; without them from the sender’s domain, if exactly one agent has it and that one is relaxed."
      >
        <Switch
          label="The gateway is on"
          checked={gateway.enabled}
          onChange={(event) => void actions.switchTo(event.currentTarget.checked)}
        />
        <GatewayPorts gateway={gateway} />
      </Section>
      <GatewayProblems gateway={gateway} />
      {!agent.enabled && (
        <Warning>
          This Mail Agent is switched off: the gateway refuses its credentials, and says so in its activity.
        </Warning>
      )}
      {agent.enabled && !hasToken && (
        <Warning>
          This Mail Agent has no send mail token, by which the gateway would find it. Make one in its
          settings; until then {missingToken} stands for it below.
        </Warning>
      )}
      <div className={classes['settings']}>
        <SmtpSettings agent={agent} connection={connection} />
        <ApiSettings connection={connection} hasToken={hasToken} />
      </div>
      <SnippetSection connection={connection} />
      <GatewayAttempts attempts={gateway.attempts} />
    </>
  );
}
