import type { Selection } from './selection.ts';

/** Compares the two chosen messages; undefined when they are not two. */
export function compareAction(
  { ids }: Selection,
  compare: (leftId: string, rightId: string) => void,
): (() => void) | undefined {
  if (ids === 'all') {
    return undefined;
  }
  // The older one, chosen or not, stands left: ids are in the order of arrival.
  const [left, right, ...others] = [...ids].toSorted();
  return left !== undefined && right !== undefined && others.length === 0
    ? () => compare(left, right)
    : undefined;
}
