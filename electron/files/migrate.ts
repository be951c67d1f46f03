/** Brings the content of a file from one version to the next; what it is given has passed that version. */
export type Migration = (content: Record<string, unknown>) => Record<string, unknown>;

/** What a file says about its own age. */
export type Age =
  | { readonly kind: 'readable'; readonly content: Record<string, unknown> }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'unknown' };

/** Brings content of any earlier version to the newest; says so when it is from a later one, or says no version. */
export function migrate(content: unknown, steps: readonly Migration[]): Age {
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
