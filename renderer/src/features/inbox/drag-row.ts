import type { DragEvent } from 'react';
import type { MessageSummary } from '#shared/message.ts';
import { dragMessages, refuseDrag } from '../exchange/drag-messages.ts';
import { isSelected } from './selection.ts';
import type { Selection } from './selection.ts';

interface Dragged {
  readonly selection: Selection;
  readonly rows: readonly MessageSummary[];
  /** How many there are in all; the others are not loaded. */
  readonly total: number;
}

/** At the start of a drag: a chosen row takes all that are chosen along, any other goes alone. */
export function dragRow(event: DragEvent, id: string, { selection, rows, total }: Dragged): void {
  if (selection.ids === 'all' && total > rows.length) {
    refuseDrag(event);
    return;
  }
  const all = selection.ids === 'all' ? rows.map((row) => row.id) : [...selection.ids];
  dragMessages(
    event,
    isSelected(selection, id) ? all : [id],
    rows.find((row) => row.id === id)?.subject ?? '',
  );
}
