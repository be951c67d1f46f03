import { createTransport } from 'nodemailer';
import type { Agent } from '#shared/agent.ts';
import { RestanteError } from '#shared/errors.ts';
import type { MessageSummary } from '#shared/message.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import { awaitIndexed } from './await-indexed.ts';
import { composeSample } from './compose-sample.ts';

/** Milliseconds for the whole SMTP conversation with a server on this machine. */
const sendTimeoutMs = 10_000;

/**
 * Sends a sample as an application would: by SMTP to the agent's own port, with STARTTLS and the agent's own token.
 * Resolves with its summary once it is indexed, or with null when that takes longer than ten seconds.
 * @throws RestanteError `agent.not-listening`, `sample.no-domain`, `sample.not-sent`.
 */
export async function sendSample(
  agent: Agent,
  { announcer, authority }: Pick<PostOffice, 'announcer' | 'authority'>,
): Promise<MessageSummary | null> {
  if (agent.channels.smtp.state !== 'listening') {
    throw new RestanteError('agent.not-listening', { name: agent.name });
  }
  const domain = agent.domains[0];
  if (agent.mode === 'strict' && domain === undefined) {
    throw new RestanteError('sample.no-domain', { name: agent.name });
  }
  const sample = composeSample(agent, domain ?? 'example.com');
  const address = `127.0.0.1:${agent.channels.smtp.port}`;
  const transport = createTransport({
    host: '127.0.0.1',
    port: agent.channels.smtp.port,
    requireTLS: true,
    // By name, as Electron's TLS library takes no certificate for addresses from an authority with constraints.
    tls: { ca: authority.caPem, servername: 'localhost' },
    connectionTimeout: sendTimeoutMs,
    greetingTimeout: sendTimeoutMs,
    socketTimeout: sendTimeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...authOf(agent),
  });
  const arrival = awaitIndexed(announcer, { agentId: agent.id, subject: sample.subject });
  try {
    await transport.sendMail(sample);
    return await arrival.arrived;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RestanteError('sample.not-sent', { address, reason }, { cause });
  } finally {
    arrival.stop();
    transport.close();
  }
}

/** A relaxed agent takes mail without credentials, should the person have revoked them all. */
function authOf(agent: Agent): { auth?: { user: string; pass: string } } {
  const [token] = agent.tokens;
  const [short] = agent.shortPasswords;
  if (token !== undefined) {
    return { auth: { user: 'emailapikey', pass: token.token } };
  }
  return short === undefined ? {} : { auth: { user: short.username, pass: short.password } };
}
