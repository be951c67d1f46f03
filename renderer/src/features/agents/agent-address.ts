import type { Agent, ChannelName } from '#shared/agent.ts';

/** The host that programs on this machine connect to. */
export const agentHost = '127.0.0.1';

/** A channel's address as a program wants it: host and port for SMTP, the base address for the API. */
export function addressOf(agent: Pick<Agent, 'channels'>, channel: ChannelName): string {
  const { port } = agent.channels[channel];
  switch (channel) {
    case 'api':
      return `http://${agentHost}:${port}`;
    case 'apis':
      return `https://${agentHost}:${port}`;
    case 'smtp':
    case 'smtps':
      return `${agentHost}:${port}`;
  }
}
