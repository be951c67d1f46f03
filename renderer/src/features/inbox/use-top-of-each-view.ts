import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { MessageView } from '../../api/query-keys.ts';

/** The list begins at its top when it shows another view: the place in the one before means nothing there. */
export function useTopOfEachView(listRef: RefObject<HTMLElement | null>, view: MessageView): void {
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current !== view) {
      shown.current = view;
      listRef.current?.scrollTo({ top: 0 });
    }
  }, [listRef, view]);
}
