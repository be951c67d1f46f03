import { Button } from '@mantine/core';
import { IconPower, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Agent } from '#shared/agent.ts';
import { pathOf } from '../../routing/place.ts';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { SecretText } from '../../ui/SecretText.tsx';
import { addressOf, agentHost } from '../agents/agent-address.ts';
import { useAgentActions } from '../agents/use-agent-actions.ts';
import classes from './FirstMail.module.css';

/** How to send the first mail to an agent: its real host, ports and token, and a sample to begin with. */
export function FirstMail({ agent }: { readonly agent: Agent }) {
  const actions = useAgentActions();
  const [busy, setBusy] = useState(false);
  const isOff = agent.state === 'stopped';
  async function act(action: () => Promise<void>): Promise<void> {
    setBusy(true);
    await action();
    setBusy(false);
  }
  return (
    <div className={classes['guide']}>
      <h2 className={classes['title']}>
        {isOff ? (
          <>
            <bdi>{agent.name}</bdi> is switched off
          </>
        ) : (
          <>
            Send the first mail to <bdi>{agent.name}</bdi>
          </>
        )}
      </h2>
      <p className={classes['lead']}>
        {isOff
          ? 'Its ports are closed, so nothing can arrive. Switch it on, then point your application here.'
          : 'Point your application here. Whatever it sends is held in this inbox and never delivered.'}
      </p>
      {agent.mode === 'strict' && agent.domains.length === 0 && (
        <p className={classes['warning']} role="note">
          This agent is strict and has no verified domain yet: as in production, it refuses every sender. Add
          your domain with “Edit…” in the agent’s menu.
        </p>
      )}
      {isOff ? (
        <Button
          loading={busy}
          leftSection={<IconPower size={15} />}
          onClick={() => void act(() => actions.switchTo(agent, true))}
        >
          Switch on
        </Button>
      ) : (
        <Button
          loading={busy}
          disabled={agent.channels.smtp.state !== 'listening'}
          leftSection={<IconSend size={15} />}
          onClick={() => void act(() => actions.sendSample(agent))}
        >
          Send a sample
        </Button>
      )}
      <dl className={classes['facts']}>
        <Fact term="SMTP host" value={agentHost} what="the SMTP host" />
        <Fact
          term="SMTP port"
          value={String(agent.channels.smtp.port)}
          what="the SMTP port"
          note={`STARTTLS offered; ${agent.channels.smtps.port} for TLS from the start`}
        />
        <Fact term="SMTP user" value="emailapikey" what="the SMTP user" note="password: the token below" />
        <Fact
          term="API address"
          value={addressOf(agent, 'api')}
          what="the API address"
          note="POST /v1.1/email"
        />
        {agent.tokens[0] && (
          <>
            <dt>Token</dt>
            <dd>
              <SecretText value={agent.tokens[0].token} what="the send mail token" />
            </dd>
          </>
        )}
      </dl>
      <p className={classes['more']}>
        {agent.mode === 'relaxed' ? 'Without a user and password it works as well. ' : ''}
        <Link to={pathOf({ page: 'connect', agentId: agent.id })}>
          Ready snippets for your language and framework
        </Link>
      </p>
    </div>
  );
}

interface FactProps {
  readonly term: string;
  readonly value: string;
  readonly what: string;
  readonly note?: ReactNode;
}

function Fact({ term, value, what, note }: FactProps) {
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <code className={classes['value']}>{value}</code>
        <CopyIconButton value={value} what={what} />
        {note !== undefined && <span className={classes['note']}>{note}</span>}
      </dd>
    </>
  );
}
