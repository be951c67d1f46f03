import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { go } from '../../routing/use-place.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { MessageView } from '../../api/query-keys.ts';
import { messageQuery } from '../message/message-query.ts';
import { nothingSelected, only } from './selection.ts';
import type { Selection } from './selection.ts';

/** While a key is held down, the message is opened when it comes to rest for so long. */
const restMs = 90;
/** A message that comes within so long is opened whole: that it loads would only flash up, and cost as much again. */
const comesMs = 30;

/** The chosen rows, and the one that is open, which the address bar knows too. */
export function useSelection(view: MessageView, messageId: string | null) {
  const [selection, setSelection] = useState<Selection>(() =>
    messageId === null ? nothingSelected : only(messageId),
  );
  const [shown, setShown] = useState(messageId);
  if (shown !== messageId) {
    // The address bar moved: by the person's way back, by a link, or by ourselves a moment ago.
    setShown(messageId);
    if (
      messageId === null ? selection.ids !== 'all' && selection.ids.size <= 1 : messageId !== selection.active
    ) {
      setSelection(messageId === null ? nothingSelected : only(messageId));
    }
  }
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => stop(timer), []);

  /** Opens a message, or none; `held` waits until the key comes to rest. */
  function open(id: string | null, held = false): void {
    stop(timer);
    if (id === messageId && !held) {
      return;
    }
    const goThere = () => {
      stop(timer);
      go({ page: 'inbox', agentId: view.agentId, messageId: id }, { replace: messageId !== null, q: view.q });
    };
    if (held) {
      timer.current = setTimeout(goThere, restMs);
    } else if (id === null || client.getQueryData(queryKeys.message(id)) !== undefined) {
      goThere();
    } else {
      const waiting = setTimeout(goThere, comesMs);
      timer.current = waiting;
      // Who opens it is told what is wrong.
      const come = client.query(messageQuery(id)).catch(() => undefined);
      void come.then(() => timer.current === waiting && goThere());
    }
  }
  return { selection, setSelection, open };
}

function stop(timer: RefObject<ReturnType<typeof setTimeout> | undefined>): void {
  clearTimeout(timer.current);
  timer.current = undefined;
}
