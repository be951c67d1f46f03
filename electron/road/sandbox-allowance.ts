import { type AgentConfig, sandboxLimits } from '#shared/agent.ts';
import type { Ledger } from '../ledger/ledger.ts';

type Agent = Pick<AgentConfig, 'id' | 'sandbox'>;

/** Why a sandbox agent takes no more mails today; undefined while it does, and for every other agent. */
export function overSandboxDay(
  { id, sandbox }: Agent,
  count: number,
  { sandboxDays }: Pick<Ledger, 'sandboxDays'>,
  now: Date,
): string | undefined {
  if (!sandbox) {
    return undefined;
  }
  const used = sandboxDays.used(id, 'mail', now);
  const { mailsPerDay } = sandboxLimits;
  return used + count <= mailsPerDay
    ? undefined
    : `A sandbox agent takes ${mailsPerDay} mails a day (UTC), and this one has taken ${used} today. It takes mail again tomorrow; another agent, or a live one, takes it now.`;
}

/** Counts mails that a sandbox agent takes; of other agents nothing is counted. */
export function countSandboxMails(
  { id, sandbox }: Agent,
  count: number,
  { sandboxDays }: Pick<Ledger, 'sandboxDays'>,
  now: Date,
): void {
  if (sandbox) {
    sandboxDays.add(id, 'mail', count, now);
  }
}
