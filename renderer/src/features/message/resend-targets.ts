import type { Agent } from '#shared/agent.ts';
import type { MessageDetail } from '#shared/message.ts';
import type { ApiExchange, SmtpSession } from '#shared/session.ts';
import type { ApiTarget } from './resend-curl.ts';
import type { SmtpWay } from './resend-swaks.ts';

/** The agent's API as it listens now, reached as the message's request came: HTTP or HTTPS. */
export function apiTargetOf(
  agent: Agent,
  exchange: ApiExchange,
  { caFile, showsToken }: { readonly caFile: string; readonly showsToken: boolean },
): ApiTarget {
  const { api, apis } = agent.channels;
  return {
    origin: exchange.tls ? `https://localhost:${apis.port}` : `http://localhost:${api.port}`,
    caFile: exchange.tls ? caFile : null,
    token: showsToken ? tokenOf(agent, exchange) : null,
  };
}

/** The agent's send mail token that the request came with; null when it came with none of them. */
export function tokenOf(agent: Agent, { request }: ApiExchange): string | null {
  const blanked = request.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';
  const end = /^zoho-enczapikey \*{4}(.+)$/i.exec(blanked)?.[1];
  return agent.tokens.find(({ token }) => end !== undefined && token.endsWith(end))?.token ?? null;
}

/** The agent's SMTP server as it listens now, with the encryption and the login that the message came with. */
export function smtpWayOf(
  agent: Agent,
  door: MessageDetail['door'],
  session: SmtpSession,
  showsPassword: boolean,
): SmtpWay {
  const isImplicit = door === 'smtps';
  const { user, tls, helo } = session;
  return {
    port: isImplicit ? agent.channels.smtps.port : agent.channels.smtp.port,
    tls: isImplicit ? 'implicit' : tls === null ? 'none' : 'starttls',
    helo,
    login:
      user === null
        ? null
        : { mechanism: mechanismOf(session), user, password: showsPassword ? passwordOf(agent, user) : null },
  };
}

/** By which way a mail by the API goes once more by SMTP: nothing needs to be proved at a relaxed agent. */
export function plainWayOf(agent: Agent): SmtpWay {
  return { port: agent.channels.smtp.port, tls: 'none', helo: null, login: null };
}

/** The password that goes with a user name; null when the agent has none. */
export function passwordOf(agent: Agent, user: string): string | null {
  const short = agent.shortPasswords.find(({ username }) => username === user)?.password;
  return short ?? (user === 'emailapikey' ? (agent.tokens[0]?.token ?? null) : null);
}

function mechanismOf({ transcript }: SmtpSession): string {
  const spoken = transcript.findLast(({ by, text }) => by === 'C' && /^auth /i.test(text))?.text;
  return /^auth ([\w-]+)/i.exec(spoken ?? '')?.[1]?.toUpperCase() ?? 'LOGIN';
}
