import { Button, Switch } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Agent } from '#shared/agent.ts';
import type { MessageDetail } from '#shared/message.ts';
import type { ApiExchange, SmtpSession } from '#shared/session.ts';
import { call, urlOf } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useAgent } from '../agents/use-agents.ts';
import { CodeBlock } from '../connect/CodeBlock.tsx';
import { curlCommand, isBodyInline, isBodyLost, tokenVariable } from './resend-curl.ts';
import { passwordVariable, swaksCommand } from './resend-swaks.ts';
import { apiTargetOf, passwordOf, plainWayOf, smtpWayOf, tokenOf } from './resend-targets.ts';
import classes from './ResendSection.module.css';
import session from './SessionView.module.css';

/** A command to copy that sends the same again: curl for a request, swaks for mail by SMTP or from a file. */
export function ResendSection({ message }: { readonly message: MessageDetail }) {
  const agent = useAgent(message.agentId);
  return (
    agent && (
      <section aria-label="Send it again" className={classes['section']}>
        <h2 className={session['title']}>Send it again</h2>
        {message.session.kind === 'api' && (
          <Request agent={agent} message={message} exchange={message.session} />
        )}
        {message.session.kind === 'smtp' && (
          <Mail agent={agent} message={message} session={message.session} />
        )}
        {message.session.kind === 'import' && (
          <SwaksBlock
            message={message}
            command={swaksCommand(message.envelope, plainWayOf(agent), smtpFile)}
          />
        )}
      </section>
    )
  );
}

interface RequestProps {
  readonly agent: Agent;
  readonly message: MessageDetail;
  readonly exchange: ApiExchange;
}

function Request({ agent, message, exchange }: RequestProps) {
  const [showsToken, setShowsToken] = useState(false);
  const { data: authority } = useQuery({
    queryKey: queryKeys.certificateAuthority,
    queryFn: ({ signal }) => call('getCertificateAuthority', {}, { signal }),
    enabled: exchange.tls,
  });
  if (isBodyLost(exchange.request)) {
    return (
      <>
        <p className={classes['words']}>
          The body was too long to be kept whole. The mail that it became can be sent again by SMTP.
        </p>
        <SwaksBlock message={message} command={swaksCommand(message.envelope, plainWayOf(agent), smtpFile)} />
      </>
    );
  }
  const caFile = authority?.caFile ?? 'restante-ca.pem';
  const command = curlCommand(exchange, apiTargetOf(agent, exchange, { caFile, showsToken }), requestFile);
  return (
    <>
      {tokenOf(agent, exchange) !== null && (
        <Secret what="token" variable={tokenVariable} shows={showsToken} onShow={setShowsToken} />
      )}
      {!isBodyInline(exchange.request) && (
        <FileLink
          href={urlOf('getMessageRequestBody', { params: { id: message.id } })}
          name={requestFile}
          holds="the whole body"
        />
      )}
      <CodeBlock code={command} caption="In a POSIX shell, with curl" what="the curl command" />
    </>
  );
}

interface MailProps {
  readonly agent: Agent;
  readonly message: MessageDetail;
  readonly session: SmtpSession;
}

function Mail({ agent, message, session: smtp }: MailProps) {
  const [showsPassword, setShowsPassword] = useState(false);
  const way = smtpWayOf(agent, message.door, smtp, showsPassword);
  return (
    <>
      {smtp.user !== null && passwordOf(agent, smtp.user) !== null && (
        <Secret what="password" variable={passwordVariable} shows={showsPassword} onShow={setShowsPassword} />
      )}
      <SwaksBlock message={message} command={swaksCommand(message.envelope, way, smtpFile)} />
    </>
  );
}

const requestFile = 'request.json';
const smtpFile = 'message.smtp';

function SwaksBlock({ message, command }: { readonly message: MessageDetail; readonly command: string }) {
  return (
    <>
      <FileLink
        href={urlOf('getMessageSmtpData', { params: { id: message.id } })}
        name={smtpFile}
        holds="the message as DATA carries it"
      />
      <CodeBlock code={command} caption="In a POSIX shell, with swaks" what="the swaks command" />
    </>
  );
}

interface FileLinkProps {
  readonly href: string;
  readonly name: string;
  readonly holds: string;
}

function FileLink({ href, name, holds }: FileLinkProps) {
  return (
    <p className={classes['words']}>
      <Button
        component="a"
        href={href}
        download={name}
        variant="default"
        size="compact-sm"
        leftSection={<IconDownload size={14} />}
      >
        {name}
      </Button>
      is {holds}; the command looks for it in the folder where it is run.
    </p>
  );
}

interface SecretProps {
  readonly what: 'token' | 'password';
  readonly variable: string;
  readonly shows: boolean;
  readonly onShow: (shows: boolean) => void;
}

function Secret({ what, variable, shows, onShow }: SecretProps) {
  return (
    <Switch
      label={`With the real ${what}`}
      description={shows ? undefined : `Otherwise the shell’s variable ${variable} stands for it`}
      checked={shows}
      onChange={(event) => onShow(event.currentTarget.checked)}
    />
  );
}
