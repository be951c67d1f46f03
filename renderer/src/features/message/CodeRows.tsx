import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import classes from './CodeRows.module.css';
import { rowAt, textRows } from './text-rows.ts';
import type { TextRow } from './text-rows.ts';

interface CodeRowsProps {
  readonly text: string;
  /** Names the region for screen readers. */
  readonly label: string;
  readonly numbered?: boolean;
  /** A place in the text to bring into sight whenever it changes. */
  readonly position?: number | null;
  /** How a row is drawn; left out, as its plain text. */
  readonly children?: (row: TextRow) => ReactNode;
}

/** Text of any length in lines; only what is on the screen is laid out. */
export function CodeRows({ text, label, numbered = true, position = null, children }: CodeRowsProps) {
  const frame = useRef<HTMLElement>(null);
  const rows = useMemo(() => textRows(text), [text]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 20,
    overscan: 20,
  });
  useEffect(() => {
    if (position !== null) {
      virtualizer.scrollToIndex(rowAt(rows, position), { align: 'center' });
    }
  }, [position, rows, virtualizer]);
  return (
    <ScrollRegion
      ref={frame}
      className={`${classes['frame']} ${numbered ? '' : classes['bare']}`}
      label={label}
    >
      <div className={classes['rows']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((place) => {
          const row = rows[place.index];
          return (
            row && (
              <div
                key={place.key}
                ref={virtualizer.measureElement}
                data-index={place.index}
                className={classes['row']}
                style={{ transform: `translateY(${place.start}px)` }}
              >
                {numbered && (
                  <span className={classes['number']} aria-hidden="true">
                    {row.line}
                  </span>
                )}
                <pre className={classes['text']}>
                  {children ? children(row) : text.slice(row.start, row.end)}
                  {'\n'}
                </pre>
              </div>
            )
          );
        })}
      </div>
    </ScrollRegion>
  );
}
