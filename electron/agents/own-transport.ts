import type { Agent } from '#shared/agent.ts';
import { RestanteError } from '#shared/errors.ts';

/** Milliseconds for a step of an SMTP conversation with a server on this machine. */
const patienceMs = 10_000;

/** What nodemailer needs to send by SMTP to an agent's own port, with STARTTLS and the agent's own token. */
export function ownSmtpOptions(agent: Agent, caPem: string) {
  return {
    host: '127.0.0.1',
    port: agent.channels.smtp.port,
    requireTLS: true,
    // By name, as Electron's TLS library takes no certificate for addresses from an authority with constraints.
    tls: { ca: caPem, servername: 'localhost' },
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...authOf(agent),
  };
}

/** The agent itself, if mail can be sent to it. @throws RestanteError `agent.not-listening` */
export function listeningAgent(agent: Agent): Agent {
  if (agent.channels.smtp.state !== 'listening') {
    throw new RestanteError('agent.not-listening', { name: agent.name });
  }
  return agent;
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
