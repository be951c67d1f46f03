import type { Suppression, SuppressionAction, SuppressionKind } from '#shared/suppression.ts';

interface ActionWords {
  readonly action: SuppressionAction;
  readonly label: string;
  /** What it does, in a sentence. */
  readonly does: string;
}

const actions: readonly ActionWords[] = [
  { action: 'suppress', label: 'Leave out', does: 'The mail is held for its other recipients only.' },
  {
    action: 'reject',
    label: 'Reject the mail',
    does: 'A strict agent refuses the whole mail, whoever else it is for; a relaxed one holds it with a verdict.',
  },
  {
    action: 'suppress_tracking',
    label: 'Leave untracked',
    does: 'The mail is held as ever; opens and clicks are not played.',
  },
];

/** What can be done with mail to an address or to a domain; tracking is suppressed for addresses only. */
export function actionsFor(kind: SuppressionKind): readonly ActionWords[] {
  return kind === 'email' ? actions : actions.filter(({ action }) => action !== 'suppress_tracking');
}

/** Why it is on the list and for whom: `Bounced: User not found · All agents`. */
export function suppressionFacts({ kind, category, agents, description }: Suppression): string {
  return [
    ...(kind === 'domain' ? ['With all domains below it'] : []),
    category === 'manual' ? 'Added by hand' : `Bounced: ${category}`,
    scopeWords(agents),
    ...(description === '' ? [] : [description]),
  ].join(' · ');
}

/** Where an entry for a single agent is shown, it is that agent's. */
function scopeWords(agents: readonly string[]): string {
  if (agents.length === 0) {
    return 'All agents';
  }
  return agents.length === 1 ? 'This agent' : `This agent and ${agents.length - 1} more`;
}
