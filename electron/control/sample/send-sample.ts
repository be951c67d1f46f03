import { createTransport } from 'nodemailer';
import type { Agent } from '#shared/agent.ts';
import { RestanteError } from '#shared/errors.ts';
import type { MessageSummary } from '#shared/message.ts';
import { listeningAgent, ownSmtpOptions } from '../../agents/own-transport.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import { awaitIndexed } from './await-indexed.ts';
import { composeSample } from './compose-sample.ts';

/**
 * Sends a sample as an application would: by SMTP to the agent's own port, with STARTTLS and the agent's own token.
 * Resolves with its summary once it is indexed, or with null when that takes longer than ten seconds.
 * @throws RestanteError `agent.not-listening`, `sample.no-domain`, `sample.not-sent`.
 */
export async function sendSample(
  agent: Agent,
  { announcer, authority }: Pick<PostOffice, 'announcer' | 'authority'>,
): Promise<MessageSummary | null> {
  listeningAgent(agent);
  const domain = agent.domains[0];
  if (agent.mode === 'strict' && domain === undefined) {
    throw new RestanteError('sample.no-domain', { name: agent.name });
  }
  const sample = composeSample(agent, domain ?? 'example.com');
  const address = `127.0.0.1:${agent.channels.smtp.port}`;
  const transport = createTransport(ownSmtpOptions(agent, authority.caPem));
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
