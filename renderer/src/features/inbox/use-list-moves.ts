import { notifyOfError } from '../../ui/notify.ts';
import { positionOf, rowAt } from './message-pages.ts';
import { extendedTo, only, positionAfterMove, toggled } from './selection.ts';
import type { Selection } from './selection.ts';
import type { useMessages } from './use-messages.ts';

interface ListMovesHost {
  readonly messages: Pick<ReturnType<typeof useMessages>, 'pages' | 'messageAt' | 'idsIn'>;
  readonly selection: Selection;
  readonly setSelection: (change: Selection | ((now: Selection) => Selection)) => void;
  /** Opens a message; `held`: while a key is held down. */
  readonly choose: (id: string, held?: boolean) => void;
}

/** How keys and clicks get about in the list, also to rows that are not loaded. */
export function useListMoves({ messages, selection, setSelection, choose }: ListMovesHost) {
  const { pages } = messages;

  function move(by: number, extend: boolean, held: boolean): void {
    const to = positionAfterMove(positionOf(pages, selection.active), by, pages.length);
    const next = rowAt(pages, to);
    if (next === undefined) {
      void moveToUnloaded(to, extend);
    } else if (extend) {
      void extendTo(next.id, to);
    } else {
      choose(next.id, held);
    }
  }

  async function moveToUnloaded(to: number, extend: boolean): Promise<void> {
    const next = await messages.messageAt(to).catch(notifyOfError);
    if (next && extend) {
      await extendTo(next.id, to);
    } else if (next) {
      choose(next.id);
    }
  }

  /** Rows of the range that are not loaded are asked for by their ids. */
  async function extendTo(id: string, to: number): Promise<void> {
    const from = positionOf(pages, selection.anchor);
    if (from === -1) {
      setSelection(only(id));
      return;
    }
    const range = { first: Math.min(from, to), last: Math.max(from, to) };
    const loaded = Array.from({ length: range.last + 1 - range.first }, (_, at) =>
      rowAt(pages, range.first + at),
    );
    const chosen = loaded.every((row) => row !== undefined)
      ? loaded.map((row) => row.id)
      : await messages.idsIn(range).catch(notifyOfError);
    if (chosen) {
      setSelection((now) => extendedTo(now, id, chosen));
    }
  }

  async function toggle(id: string): Promise<void> {
    const all =
      selection.ids === 'all'
        ? await messages.idsIn({ first: 0, last: pages.length - 1 }).catch(notifyOfError)
        : [];
    if (all) {
      setSelection(toggled(selection, id, all));
    }
  }

  return { move, extendTo, toggle };
}
