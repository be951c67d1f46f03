import { type Agent, channelNames } from '#shared/agent.ts';
import type { PostOffice } from '../../electron/post-office/post-office.ts';

/** The agent that is there from the first run on. */
export function firstAgent(postOffice: PostOffice): Agent {
  const [agent] = postOffice.agents.list();
  if (agent === undefined) {
    throw new Error('A post office has at least one agent.');
  }
  return agent;
}

/** The ports of its four channels. */
export function portsOf(agent: Agent): number[] {
  return channelNames.map((channel) => agent.channels[channel].port);
}
