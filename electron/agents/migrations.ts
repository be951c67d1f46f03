/** Brings the content of agents.json from one version to the next; what it is given has passed that version. */
export type Migration = (content: Record<string, unknown>) => Record<string, unknown>;

/** In order: the first leads from version 1 to 2. Never change one that was released. */
export const migrations: readonly Migration[] = [];

/** The version that this program writes. */
export const currentVersion = migrations.length + 1;

/** What agents.json says about its own age. */
export type Age =
  | { readonly kind: 'readable'; readonly content: Record<string, unknown> }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'unknown' };

/** Brings content of any earlier version to the newest; says so when it is from a later one, or says no version. */
export function migrate(content: unknown, steps: readonly Migration[] = migrations): Age {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return { kind: 'unknown' };
  }
  const found = (content as Record<string, unknown>)['version'];
  if (typeof found !== 'number' || !Number.isInteger(found) || found < 1) {
    return { kind: 'unknown' };
  }
  if (found > steps.length + 1) {
    return { kind: 'newer', version: found };
  }
  const migrated = steps
    .slice(found - 1)
    .reduce<Record<string, unknown>>((before, step) => step(before), { ...content });
  return { kind: 'readable', content: { ...migrated, version: steps.length + 1 } };
}
