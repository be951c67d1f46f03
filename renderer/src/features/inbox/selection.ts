/** The chosen rows of the list: `all` is the whole view, also what is not loaded yet. */
export interface Selection {
  readonly ids: ReadonlySet<string> | 'all';
  /** The row that the keys move from; its message is open. */
  readonly active: string | null;
  /** Where a range begins. */
  readonly anchor: string | null;
}

export const nothingSelected: Selection = { ids: new Set(), active: null, anchor: null };

/** One row chosen and open. */
export function only(id: string): Selection {
  return { ids: new Set([id]), active: id, anchor: id };
}

/** A row added to the chosen ones, or taken away (Ctrl or ⌘ and a click); `all` are the ids of the whole view, if all are chosen. */
export function toggled(selection: Selection, id: string, all: readonly string[]): Selection {
  const ids = new Set(selection.ids === 'all' ? all : selection.ids);
  if (!ids.delete(id)) {
    ids.add(id);
  }
  return { ids, active: id, anchor: id };
}

/** Everything from the anchor to a row, which is `range` (Shift and a click or an arrow). */
export function extendedTo(selection: Selection, id: string, range: readonly string[]): Selection {
  return { ids: new Set(range), active: id, anchor: selection.anchor ?? id };
}

export function everything(selection: Selection): Selection {
  return { ...selection, ids: 'all' };
}

/** Back to the open row alone. */
export function collapsed(selection: Selection): Selection {
  return selection.active === null ? nothingSelected : only(selection.active);
}

/** The position that a move of `by` rows leads to from another, held within the list; from nowhere (-1) it is the first or the last. */
export function positionAfterMove(from: number, by: number, length: number): number {
  if (from === -1) {
    return by === Infinity || (by < 0 && by !== -Infinity) ? length - 1 : 0;
  }
  return Math.max(0, Math.min(length - 1, from + by));
}

/** The row to open when the chosen ones go: the first one below the open row that stays, else the last one above. */
export function rowAfterRemoval(
  active: string | null,
  gone: ReadonlySet<string>,
  rows: readonly string[],
): string | undefined {
  const at = active === null ? -1 : rows.indexOf(active);
  if (at === -1) {
    return undefined;
  }
  const stays = (id: string) => !gone.has(id);
  return rows.slice(at).find(stays) ?? rows.slice(0, at).findLast(stays);
}

/** The selection without messages that are gone. */
export function withoutRows(selection: Selection, gone: ReadonlySet<string>): Selection {
  if (selection.ids === 'all') {
    return selection;
  }
  const kept = [...selection.ids].filter((id) => !gone.has(id));
  return kept.length === selection.ids.size ? selection : { ...selection, ids: new Set(kept) };
}

export function isSelected(selection: Selection, id: string): boolean {
  return selection.ids === 'all' || selection.ids.has(id);
}

/** How many are chosen; `total` is how many the view holds. */
export function selectedCount(selection: Selection, total: number): number {
  return selection.ids === 'all' ? total : selection.ids.size;
}
