import { useEffect, useEffectEvent } from 'react';

/** Calls `markRead` once for every message that is opened. */
export function useOpenMarksRead(messageId: string | null, markRead: (id: string) => void): void {
  const mark = useEffectEvent(markRead);
  useEffect(() => {
    if (messageId !== null) {
      mark(messageId);
    }
    // Only the opening counts: a message marked unread while it is open stays unread.
  }, [messageId]);
}
