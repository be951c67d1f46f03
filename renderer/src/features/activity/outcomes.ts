import type { ActivityEntry } from '#shared/activity.ts';

export type Outcome = ActivityEntry['outcome'];

/** What each outcome is called on the page. */
export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  held: 'Held',
  refused: 'Refused',
  failed: 'Broken off',
  nothing: 'Nothing sent',
};

export const outcomeFilters = ['all', 'held', 'refused', 'failed', 'nothing'] as const;
export type OutcomeFilter = (typeof outcomeFilters)[number];

/** The entries of one outcome, or all. */
export function entriesOf(
  entries: readonly ActivityEntry[],
  filter: OutcomeFilter,
): readonly ActivityEntry[] {
  return filter === 'all' ? entries : entries.filter((entry) => entry.outcome === filter);
}

/** New entries, in the order they were recorded, on top; one that is known already stays where it is. */
export function withEntries(
  entries: readonly ActivityEntry[],
  recorded: readonly ActivityEntry[],
): readonly ActivityEntry[] {
  const known = new Set(entries.map(({ id }) => id));
  const unseen = recorded.filter(({ id }) => !known.has(id));
  return unseen.length === 0 ? entries : [...unseen.reverse(), ...entries];
}
