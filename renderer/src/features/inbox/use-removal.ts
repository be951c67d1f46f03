import { useState } from 'react';
import type { MessageView } from '../../api/query-keys.ts';
import { rowsOf, unstarred } from './message-pages.ts';
import type { MessagePages } from './message-pages.ts';
import { nothingSelected, only, rowAfterRemoval } from './selection.ts';
import type { Selection } from './selection.ts';
import type { Chosen } from './use-message-actions.ts';
import { useStarredCount } from './use-starred-count.ts';

/** Deleting more messages than this at a time asks first. */
const unaskedDeletions = 25;

interface RemovalHost {
  readonly view: MessageView;
  readonly pages: MessagePages;
  readonly selection: Selection;
  readonly setSelection: (selection: Selection) => void;
  readonly open: (id: string | null) => void;
  readonly remove: (chosen: Chosen, keepStarred: boolean) => Promise<void>;
  /** What is removed takes the focus with it; this keeps it in the page. */
  readonly focusKeeper: () => HTMLElement | null;
}

/** Deletes messages, after a question where they are many, and opens the one that comes next. */
export function useRemoval(host: RemovalHost) {
  const { view, pages, selection, setSelection, open } = host;
  const [asking, setAsking] = useState<Chosen | null>(null);
  const allStarred = useStarredCount(view, asking === 'all');

  function starredAmong(chosen: ReadonlySet<string>): number | null {
    const loaded = rowsOf(pages).filter(({ id }) => chosen.has(id));
    return loaded.length < chosen.size ? null : loaded.filter(({ starred }) => starred).length;
  }

  function openNext(gone: ReadonlySet<string>): void {
    // The message may have left the page before we hear of it; the focus is nowhere then.
    const focused = document.activeElement;
    if (focused === document.body || document.getElementById('message')?.contains(focused)) {
      host.focusKeeper()?.focus();
    }
    const next = rowAfterRemoval(
      selection.active,
      gone,
      rowsOf(pages).map((row) => row.id),
    );
    setSelection(next === undefined ? nothingSelected : only(next));
    open(next ?? null);
  }

  async function removeUnasked(chosen: Chosen, keepStarred = false): Promise<void> {
    if (chosen === 'all') {
      setSelection(nothingSelected);
      open(null);
    } else {
      openNext(keepStarred ? unstarred(pages, chosen) : chosen);
    }
    await host.remove(chosen, keepStarred);
  }

  function remove(chosen: Chosen): void {
    if (chosen === 'all' || chosen.size > unaskedDeletions) {
      setAsking(chosen);
    } else if (chosen.size > 0) {
      void removeUnasked(chosen);
    }
  }

  return {
    remove,
    removeUnasked,
    /** Opens the message below those that are gone. */
    openNext,
    /** The messages that the person is asked about. */
    asking,
    /** How many of them have a star; null when it is not known. */
    askedStarred: asking instanceof Set ? starredAmong(asking) : allStarred,
    stopAsking: () => setAsking(null),
  };
}
