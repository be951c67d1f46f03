import { Fragment } from 'react';
import type { Agent } from '#shared/agent.ts';
import { Section } from '../../ui/Section.tsx';
import { missingToken } from './connection.ts';
import type { Connection } from './connection.ts';
import { Setting, Settings } from './Setting.tsx';

/** What a mail library asks for. */
export function SmtpSettings({
  agent,
  connection,
}: {
  readonly agent: Agent;
  readonly connection: Connection;
}) {
  const { host, smtpPort, smtpsPort, user, token } = connection;
  return (
    <Section title="SMTP">
      <Settings>
        <Setting name="Host" value={host} what="the SMTP host" />
        <Setting
          name="Port"
          value={String(smtpPort)}
          hint="STARTTLS, as port 587 in production"
          what="the SMTP port"
        />
        <Setting
          name="TLS port"
          value={String(smtpsPort)}
          hint="as port 465 in production"
          what="the SMTP port with TLS"
        />
        <Setting name="User" value={user} what="the SMTP user" />
        {token !== missingToken && <Setting name="Password" value={token} what="the SMTP password" secret />}
        {agent.shortPasswords.map(({ id, username, password }) => (
          <Fragment key={id}>
            <Setting name="Or user" value={username} what={`the user name ${username}`} />
            <Setting name="Its password" value={password} what={`the password of ${username}`} secret />
          </Fragment>
        ))}
      </Settings>
    </Section>
  );
}
