import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { DragEvent, KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { Agent } from '#shared/agent.ts';
import type { MessageSummary } from '#shared/message.ts';
import { MessageRow } from './MessageRow.tsx';
import { isSelected } from './selection.ts';
import type { Selection } from './selection.ts';
import classes from './MessageList.module.css';

/** Pixels; as MessageRow.module.css has it. */
const rowHeight = 70;

interface MessageListProps {
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly label: string;
  readonly rows: readonly MessageSummary[];
  /** How many rows the list has room for; those that are not loaded yet are loaded when they come into sight. */
  readonly length: number;
  readonly total: number;
  readonly selection: Selection;
  /** Given where rows say which agent they belong to. */
  readonly agents: ReadonlyMap<string, Agent> | undefined;
  readonly onLoadMore: () => void;
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
    rows,
    length,
    total,
    selection,
    agents,
    onLoadMore,
    onCodeClick,
    onRowClick,
    onRowDrag,
    onKeyDown,
  } = props;
  const virtualizer = useVirtualizer({
    count: length,
    getScrollElement: () => listRef.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => rows[at]?.id ?? at,
    overscan: 10,
    useFlushSync: false,
  });
  useKeepPlace(listRef, rows);

  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 30) {
      onLoadMore();
    }
  }, [last, rows.length, onLoadMore]);

  // Only when the open row changes, not when new mail pushes it down.
  const bringIntoSight = useEffectEvent((id: string | null) => {
    const at = rows.findIndex((row) => row.id === id);
    if (at !== -1) {
      virtualizer.scrollToIndex(at, { align: 'auto' });
    }
  });
  useEffect(() => bringIntoSight(selection.active), [selection.active]);

  const isActiveRendered = items.some((item) => rows[item.index]?.id === selection.active);
  const today = new Date().setHours(0, 0, 0, 0);
  return (
    <div
      ref={listRef}
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={
        isActiveRendered && selection.active !== null ? `row-${selection.active}` : undefined
      }
      tabIndex={0}
      className={classes['list']}
      onKeyDown={onKeyDown}
      onDragStart={(event) => {
        const id = (event.target as Element).closest<HTMLElement>('[data-id]')?.dataset['id'];
        if (id !== undefined) {
          onRowDrag(id, event);
        }
      }}
      onClick={(event) => {
        const clicked = event.target as Element;
        const code = clicked.closest<HTMLElement>('[data-code]')?.dataset['code'];
        const id = clicked.closest<HTMLElement>('[data-id]')?.dataset['id'];
        if (code !== undefined) {
          onCodeClick(code);
        } else if (id !== undefined) {
          onRowClick(id, event);
        }
      }}
    >
      <div role="presentation" className={classes['inner']} style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const message = rows[item.index];
          return message ? (
            <MessageRow
              key={item.key}
              message={message}
              agent={agents?.get(message.agentId)}
              selected={isSelected(selection, message.id)}
              active={selection.active === message.id}
              at={item.index}
              total={total}
              top={item.start}
              today={today}
            />
          ) : (
            <div
              key={item.key}
              role="presentation"
              className={classes['awaited']}
              style={{ transform: `translateY(${item.start}px)` }}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Keeps the rows in sight where they are when rows come or go above them, unless the newest row is in sight. */
function useKeepPlace(listRef: RefObject<HTMLDivElement | null>, rows: readonly MessageSummary[]): void {
  const before = useRef(rows);
  useLayoutEffect(() => {
    const list = listRef.current;
    const previous = before.current;
    before.current = rows;
    if (!list || previous === rows || list.scrollTop < rowHeight / 2) {
      return;
    }
    const at = Math.floor(list.scrollTop / rowHeight);
    const anchor = previous[at]?.id;
    if (anchor === undefined || rows[at]?.id === anchor) {
      return;
    }
    const now = rows.findIndex((row) => row.id === anchor);
    if (now !== -1) {
      list.scrollTop += (now - at) * rowHeight;
    }
  }, [listRef, rows]);
}
