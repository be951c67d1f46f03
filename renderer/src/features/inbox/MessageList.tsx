import { useEffect, useEffectEvent, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { DragEvent, KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { Agent } from '#shared/agent.ts';
import { positionOf, rowAt } from './message-pages.ts';
import type { MessagePages, Range } from './message-pages.ts';
import { MessageRow } from './MessageRow.tsx';
import { isSelected } from './selection.ts';
import type { Selection } from './selection.ts';
import { usePointedRow, usePressedRow } from './use-pointed-row.ts';
import { useRenderedRows } from './use-rendered-rows.ts';
import { useRowsInSight } from './use-rows-in-sight.ts';
import classes from './MessageList.module.css';

/** Pixels; as MessageRow.module.css has it. */
const rowHeight = 70;

interface MessageListProps {
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly label: string;
  /** The list has room for all of them; those that are not loaded are loaded when they come into sight. */
  readonly pages: MessagePages;
  /** The rows are those of another view for the moment. */
  readonly isStale: boolean;
  readonly selection: Selection;
  /** Given where rows say which agent they belong to. */
  readonly agents: ReadonlyMap<string, Agent> | undefined;
  readonly onInSight: (inSight: Range) => void;
  readonly onCodeClick: (code: string) => void;
  readonly onRowClick: (id: string, event: MouseEvent) => void;
  readonly onRowDrag: (id: string, event: DragEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The list of messages: only the rows in sight exist, and what is read stays where it is when new mail comes. */
export function MessageList(props: MessageListProps) {
  const {
    listRef,
    label,
    pages,
    isStale,
    selection,
    agents,
    onInSight,
    onCodeClick,
    onRowClick,
    onRowDrag,
    onKeyDown,
  } = props;
  const pointAt = usePointedRow();
  const press = usePressedRow();
  const inSight = useRowsInSight(listRef, rowHeight, onInSight);
  useKeepPlace(listRef, pages);

  // Only when the open row changes, not when new mail pushes it down.
  const bringIntoSight = useEffectEvent((id: string | null) => {
    const list = listRef.current;
    const at = positionOf(pages, id);
    // Measuring would lay out the whole page in the midst of its change: not for a row that is in sight as a whole.
    if (list === null || at === -1 || (at > inSight.first && at < inSight.last)) {
      return;
    }
    const top = at * rowHeight;
    const lowest = top + rowHeight - list.clientHeight;
    list.scrollTop = Math.max(lowest, Math.min(top, list.scrollTop));
  });
  useEffect(() => {
    // With the layout of the next frame, which is laid out anyway.
    const frame = requestAnimationFrame(() => bringIntoSight(selection.active));
    return () => cancelAnimationFrame(frame);
  }, [selection.active]);

  const items = useRenderedRows(pages, inSight, isStale ? undefined : label).map((position) => ({
    position,
    message: rowAt(pages, position),
  }));
  const isActiveRendered = items.some(({ message }) => message?.id === selection.active);
  const today = useSyncExternalStore(neverSaid, startOfToday);
  return (
    <div
      ref={listRef}
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-busy={isStale || undefined}
      aria-activedescendant={
        isActiveRendered && selection.active !== null ? `row-${selection.active}` : undefined
      }
      tabIndex={0}
      className={classes['list']}
      onKeyDown={onKeyDown}
      onPointerOver={(event) => pointAt(idOfRow(event))}
      onPointerDown={(event) => press(idOfRow(event))}
      onDragStart={(event) => {
        const id = idOfRow(event);
        if (id !== undefined) {
          onRowDrag(id, event);
        }
      }}
      onClick={(event) => {
        const clicked = event.target as Element;
        const code = clicked.closest<HTMLElement>('[data-code]')?.dataset['code'];
        const id = idOfRow(event);
        if (code !== undefined) {
          onCodeClick(code);
        } else if (id !== undefined) {
          onRowClick(id, event);
        }
      }}
    >
      <div role="presentation" className={classes['inner']} style={{ height: pages.length * rowHeight }}>
        {items.map(({ position, message }) =>
          message ? (
            <MessageRow
              key={message.id}
              message={message}
              agent={agents?.get(message.agentId)}
              selected={isSelected(selection, message.id)}
              active={selection.active === message.id}
              at={position}
              // -1: it is not known how many.
              total={pages.counted ? pages.length : -1}
              top={position * rowHeight}
              today={today}
            />
          ) : (
            <div
              key={position}
              role="presentation"
              className={classes['awaited']}
              style={{ transform: `translateY(${position * rowHeight}px)` }}
            />
          ),
        )}
      </div>
    </div>
  );
}

function idOfRow({ target }: { readonly target: EventTarget }): string | undefined {
  return (target as Element).closest<HTMLElement>('[data-id]')?.dataset['id'];
}

/** Nobody tells when a day begins: the rows look at the clock whenever the list is drawn. */
function neverSaid(): () => void {
  return () => undefined;
}

function startOfToday(): number {
  return new Date().setHours(0, 0, 0, 0);
}

/** Keeps the rows in sight where they are when rows come or go above them, unless the newest row is in sight. */
function useKeepPlace(listRef: RefObject<HTMLDivElement | null>, pages: MessagePages): void {
  const before = useRef(pages);
  useLayoutEffect(() => {
    const list = listRef.current;
    const previous = before.current;
    before.current = pages;
    if (!list || previous === pages || list.scrollTop < rowHeight / 2) {
      return;
    }
    const at = Math.floor(list.scrollTop / rowHeight);
    const anchor = rowAt(previous, at)?.id;
    if (anchor === undefined || rowAt(pages, at)?.id === anchor) {
      return;
    }
    const now = positionOf(pages, anchor);
    if (now !== -1) {
      list.scrollTop += (now - at) * rowHeight;
    }
  }, [listRef, pages]);
}
