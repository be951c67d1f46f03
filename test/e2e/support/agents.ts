import { createTransport } from 'nodemailer';
import type { Agent } from '../../../shared/agent.ts';
import type { Restante } from './test.ts';

export async function agentsOf(restante: Restante): Promise<readonly Agent[]> {
  return ((await restante.api('GET', '/api/agents')) as { agents: Agent[] }).agents;
}

/** The agent with this name. */
export async function agentNamed(restante: Restante, name: string): Promise<Agent> {
  const agent = (await agentsOf(restante)).find((candidate) => candidate.name === name);
  if (agent === undefined) {
    throw new Error(`There is no agent called ${name}.`);
  }
  return agent;
}

export async function createAgent(restante: Restante, agent: Record<string, unknown>): Promise<Agent> {
  return (await restante.api('POST', '/api/agents', agent)) as Agent;
}

interface Letter {
  readonly from?: string;
  readonly to?: string;
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  readonly attachments?: readonly {
    readonly filename: string;
    readonly content: string | Buffer;
    readonly contentType?: string;
  }[];
  /** The whole message as it stands, instead of the rest. */
  readonly raw?: string | Buffer;
}

/** Sends by real SMTP to the agent's own port, as an application would; resolves with its 250. */
export async function sendTo(agent: Agent, letter: Letter): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: agent.channels.smtp.port, ignoreTLS: true });
  const { from = 'shop@example.com', to = 'jane@example.com', attachments = [], ...rest } = letter;
  await transport.sendMail({ ...rest, attachments: [...attachments], from, to, envelope: { from, to } });
  transport.close();
}

/** Posts to the agent's ZeptoMail API with this token. */
export function postTo(agent: Agent, token: string, mail: Record<string, unknown>): Promise<Response> {
  return fetch(`http://127.0.0.1:${agent.channels.api.port}/v1.1/email`, {
    method: 'POST',
    headers: { authorization: `Zoho-enczapikey ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      from: { address: 'shop@example.com', name: 'Shop' },
      to: [{ email_address: { address: 'jane@example.com', name: 'Jane' } }],
      ...mail,
    }),
  });
}
