import { Section } from '../../ui/Section.tsx';
import { useAgents } from '../agents/use-agents.ts';
import { CodeBlock } from '../connect/CodeBlock.tsx';
import { useGateway } from '../connect/gateway/use-gateway.ts';
import classes from './ManagementPage.module.css';
import { useOAuthClients } from './use-oauth-clients.ts';

/** Where the management API is, and how an access token is got. */
export function AccessSection() {
  const gateway = useGateway();
  const [agent] = useAgents() ?? [];
  const [client] = useOAuthClients().data ?? [];
  const door = gateway?.channels.api.state === 'listening' ? gateway : agent;
  const base = `http://127.0.0.1:${door?.channels.api.port ?? 8800}`;
  const token = [
    `curl ${base}/oauth/v2/token \\`,
    '  -d grant_type=refresh_token -d refresh_token=any \\',
    `  -d client_id=${client?.clientId ?? 'any'} -d client_secret=${client?.clientSecret ?? 'any'}`,
  ].join('\n');
  const use = `curl ${base}/v1.1/agents -H 'Authorization: Zoho-oauthtoken <access_token>'`;
  return (
    <Section
      title="How it is asked"
      about="Agents, credentials, domains, templates, suppressions, the log and exports are managed with OAuth, as in production, at the gateway or at any agent’s API port; it is the same account everywhere. A send mail token is not enough. An access token comes from the token endpoint and is good for an hour. Unless a client is registered below, any client id, secret and refresh token get one that may do everything; those of a registered client get its scopes, which strict agents check. Applications that ask a person first begin at /oauth/v2/auth."
    >
      <div className={classes['steps']}>
        <CodeBlock
          code={token}
          caption="1. Get an access token"
          what="the token request"
          {...(client ? { secret: client.clientSecret } : {})}
        />
        <CodeBlock code={use} caption="2. Use it" what="the management request" />
      </div>
    </Section>
  );
}
