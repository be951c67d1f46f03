import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { Range } from './message-pages.ts';

/** Pixels of the window's height that the last list left to others, as the next one will; before the first, too many. */
let around = window.innerHeight / 2;

/**
 * The rows of a list that are in sight, all rows being equally high (pixels). Nothing is kept for a row that is not:
 * a list of 100,000 costs what a short one does. `onInSight` is told before they are drawn.
 */
export function useRowsInSight(
  listRef: RefObject<HTMLElement | null>,
  rowHeight: number,
  onInSight: (inSight: Range) => void,
): Range {
  // A guess at first: to measure the list as it is put up would lay the page out once more.
  const [inSight, setInSight] = useState<Range>(() => rangeAt(0, window.innerHeight - around, rowHeight));
  const tell = useEffectEvent(onInSight);
  useEffect(() => tell(inSight), [inSight]);
  useLayoutEffect(() => {
    const list = listRef.current;
    if (list === null) {
      return undefined;
    }
    const look = () => {
      around = window.innerHeight - list.clientHeight;
      const now = rangeAt(list.scrollTop, list.clientHeight, rowHeight);
      tell(now);
      setInSight((before) => (before.first === now.first && before.last === now.last ? before : now));
    };
    // Tells the size at first too, when the page is laid out.
    const sizes = new ResizeObserver(look);
    sizes.observe(list);
    list.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      list.removeEventListener('scroll', look);
    };
  }, [listRef, rowHeight]);
  return inSight;
}

function rangeAt(top: number, height: number, rowHeight: number): Range {
  return { first: Math.floor(top / rowHeight), last: Math.ceil((top + height) / rowHeight) - 1 };
}
