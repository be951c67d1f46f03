import type { Agent, ChannelName } from '#shared/agent.ts';
import { assertNever } from '#shared/assert.ts';

export const channelWords: Readonly<Record<ChannelName, string>> = {
  smtp: 'SMTP',
  smtps: 'SMTPS',
  api: 'API',
  apis: 'API over HTTPS',
};

/** One line under an agent's name: where it listens, else why it does not. */
export function stateWords(agent: Agent): string {
  switch (agent.state) {
    case 'listening':
      return `SMTP ${agent.channels.smtp.port} · API ${agent.channels.api.port}`;
    case 'starting':
      return 'Starting…';
    case 'stopping':
      return 'Stopping…';
    case 'stopped':
      return 'Off';
    case 'failed':
      return agent.problem?.message ?? 'A port could not be opened.';
    default:
      return assertNever(agent.state);
  }
}

/** The state in a word or two, for screen readers. */
export function stateLabel(agent: Agent): string {
  switch (agent.state) {
    case 'listening':
      return 'listening';
    case 'failed':
      return 'problem';
    case 'stopped':
      return 'off';
    case 'starting':
    case 'stopping':
      return agent.state;
    default:
      return assertNever(agent.state);
  }
}

/** The number beside a name: none for zero, and short when it is long. */
export function unreadWords(unread: number): string {
  return unread === 0 ? '' : unread > 99_999 ? '99k+' : unread.toLocaleString('en');
}
