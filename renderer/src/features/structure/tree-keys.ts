import type { StructurePart } from '#shared/structure.ts';

/** A row of the tree as it is shown. */
export interface TreeRow {
  readonly part: StructurePart;
  /** From 1. */
  readonly level: number;
}

/** The rows that are shown: all but what lies in a part that is folded. */
export function shownRows(parts: readonly StructurePart[], folded: ReadonlySet<string>): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  let hiddenBelow: string | null = null;
  for (const part of parts) {
    if (hiddenBelow !== null && part.path.startsWith(hiddenBelow)) {
      continue;
    }
    hiddenBelow = folded.has(part.path) ? `${part.path}.` : null;
    rows.push({ part, level: part.path.split('.').length });
  }
  return rows;
}

export type TreeCommand =
  | { readonly type: 'choose'; readonly path: string }
  | { readonly type: 'fold' | 'unfold'; readonly path: string };

/** What a key does in the tree (WAI-ARIA tree view); undefined when it is none of the tree's. */
export function treeCommandOf(
  key: string,
  rows: readonly TreeRow[],
  chosen: string,
  folded: ReadonlySet<string>,
): TreeCommand | undefined {
  const at = rows.findIndex(({ part }) => part.path === chosen);
  const part = rows[at]?.part;
  const choose = (path: string | undefined): TreeCommand | undefined =>
    path === undefined ? undefined : { type: 'choose', path };
  const rowAt = (index: number): TreeCommand | undefined => choose(rows[index]?.part.path);
  if (part === undefined) {
    return undefined;
  }
  const isOpen = part.childCount > 0 && !folded.has(part.path);
  switch (key) {
    case 'ArrowDown':
      return rowAt(at + 1);
    case 'ArrowUp':
      return rowAt(at - 1);
    case 'Home':
      return rowAt(0);
    case 'End':
      return rowAt(rows.length - 1);
    case 'ArrowRight':
      return isOpen ? rowAt(at + 1) : part.childCount > 0 ? { type: 'unfold', path: part.path } : undefined;
    case 'ArrowLeft':
      return isOpen
        ? { type: 'fold', path: part.path }
        : choose(part.path.includes('.') ? part.path.slice(0, part.path.lastIndexOf('.')) : undefined);
    default:
      return undefined;
  }
}
