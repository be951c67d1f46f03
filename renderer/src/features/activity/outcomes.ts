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

/** A new entry on top; one that is known already stays where it is. */
export function withEntry(entries: readonly ActivityEntry[], entry: ActivityEntry): readonly ActivityEntry[] {
  return entries.some(({ id }) => id === entry.id) ? entries : [entry, ...entries];
}
