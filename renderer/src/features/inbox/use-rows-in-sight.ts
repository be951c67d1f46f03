import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { Range } from './message-pages.ts';

/**
 * The rows of a list that are in sight, all rows being equally high (pixels). Nothing is kept for a row that is not:
 * a list of 100,000 costs what a short one does.
 */
export function useRowsInSight(listRef: RefObject<HTMLElement | null>, rowHeight: number): Range {
  const [inSight, setInSight] = useState<Range>({ first: 0, last: 0 });
  useLayoutEffect(() => {
    const list = listRef.current;
    if (list === null) {
      return undefined;
    }
    const look = () => {
      const first = Math.floor(list.scrollTop / rowHeight);
      const last = Math.ceil((list.scrollTop + list.clientHeight) / rowHeight) - 1;
      setInSight((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    look();
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
