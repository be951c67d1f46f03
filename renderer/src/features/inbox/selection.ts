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

/** A row added to the chosen ones, or taken away (Ctrl or ⌘ and a click). */
export function toggled(selection: Selection, id: string, rows: readonly string[]): Selection {
  const ids = new Set(selection.ids === 'all' ? rows : selection.ids);
  if (!ids.delete(id)) {
    ids.add(id);
  }
  return { ids, active: id, anchor: id };
}

/** Everything from the anchor to a row (Shift and a click or an arrow). */
export function extendedTo(selection: Selection, id: string, rows: readonly string[]): Selection {
  const to = rows.indexOf(id);
  const from = selection.anchor === null ? to : rows.indexOf(selection.anchor);
  if (to === -1 || from === -1) {
    return only(id);
  }
  const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set(range), active: id, anchor: selection.anchor ?? id };
}

export function everything(selection: Selection): Selection {
  return { ...selection, ids: 'all' };
}

/** Back to the open row alone. */
export function collapsed(selection: Selection): Selection {
  return selection.active === null ? nothingSelected : only(selection.active);
}

/** The row that a move of `by` rows leads to, held within the list; from nowhere it is the first or the last. */
export function rowAfterMove(selection: Selection, by: number, rows: readonly string[]): string | undefined {
  const at = selection.active === null ? -1 : rows.indexOf(selection.active);
  if (at === -1) {
    return by < 0 && by !== -Infinity ? rows.at(-1) : by === Infinity ? rows.at(-1) : rows[0];
  }
  return rows[Math.max(0, Math.min(rows.length - 1, at + by))];
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
