import { useEffect, useRef, useState } from 'react';
import { go } from '../../routing/use-place.ts';
import type { MessageView } from '../../api/query-keys.ts';
import { nothingSelected, only } from './selection.ts';
import type { Selection } from './selection.ts';

/** While a key is held down, the message is opened when it comes to rest for so long. */
const restMs = 90;

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
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  /** Opens a message, or none; `held` waits until the key comes to rest. */
  function open(id: string | null, held = false): void {
    clearTimeout(timer.current);
    const goThere = () =>
      go({ page: 'inbox', agentId: view.agentId, messageId: id }, { replace: messageId !== null, q: view.q });
    if (held) {
      timer.current = setTimeout(goThere, restMs);
    } else if (id !== messageId) {
      goThere();
    }
  }
  return { selection, setSelection, open };
}
