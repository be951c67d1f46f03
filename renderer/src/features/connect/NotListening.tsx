import type { Agent } from '#shared/agent.ts';
import { missingToken } from './connection.ts';
import { Warning } from './Warning.tsx';

/** Why the settings below would not work at this moment; nothing when they would. */
function obstacleOf(agent: Agent): string | null {
  if (agent.problem) {
    return agent.problem.message;
  }
  if (agent.state === 'stopped' || agent.state === 'stopping') {
    return 'This Mail Agent is switched off, so nothing answers at these ports.';
  }
  return agent.tokens.length === 0
    ? `This Mail Agent has no send mail token. Make one in its settings; until then ${missingToken} stands for it below.`
    : null;
}

/** Warns before somebody copies settings that cannot work. */
export function NotListening({ agent }: { readonly agent: Agent }) {
  const obstacle = obstacleOf(agent);
  return obstacle !== null && <Warning>{obstacle}</Warning>;
}
