import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { ActivityEntry } from '#shared/activity.ts';
import classes from './ActivityList.module.css';
import { ActivityRow } from './ActivityRow.tsx';

interface ActivityListProps {
  readonly entries: readonly ActivityEntry[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Called when the end comes into sight; undefined when there is no more. */
  readonly onEnd: (() => void) | undefined;
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** The entries as a list that arrow keys and j/k walk through. */
export function ActivityList({ entries, chosen, onChoose, onEnd }: ActivityListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 54,
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: 12,
  });
  const places = virtualizer.getVirtualItems();
  const last = places.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= entries.length - 20) {
      onEnd?.();
    }
  }, [last, entries.length, onEnd]);

  function step(event: KeyboardEvent): void {
    const by = event.ctrlKey || event.metaKey || event.altKey ? undefined : steps[event.key];
    if (by === undefined) {
      return;
    }
    event.preventDefault();
    const at = entries.findIndex(({ id }) => id === chosen);
    const to = Math.max(0, Math.min(entries.length - 1, at + by));
    const entry = entries[to];
    if (entry) {
      onChoose(entry.id);
      virtualizer.scrollToIndex(to);
    }
  }

  return (
    <div
      ref={frame}
      className={classes['frame']}
      role="listbox"
      aria-label="Sessions and requests"
      aria-activedescendant={chosen === null ? undefined : `${prefix}${chosen}`}
      tabIndex={0}
      onKeyDown={step}
    >
      <div className={classes['rows']} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {places.map((place) => {
          const entry = entries[place.index];
          return (
            entry && (
              <ActivityRow
                key={place.key}
                domId={`${prefix}${entry.id}`}
                entry={entry}
                chosen={entry.id === chosen}
                top={place.start}
                onChoose={onChoose}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
