import { useEffect, useEffectEvent, useRef } from 'react';

/** Milliseconds. The message is shown first, and those that are passed by quickly are marked together. */
const gatheringMs = 150;

/**
 * Calls `markRead` for the messages that are opened, a moment later. Answers a function that takes one back which is
 * to stay unread.
 */
export function useOpenMarksRead(
  messageId: string | null,
  markRead: (ids: ReadonlySet<string>) => void,
): (ids: ReadonlySet<string> | 'all') => void {
  const opened = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const markOpened = useEffectEvent(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const ids = opened.current;
    opened.current = new Set();
    if (ids.size > 0) {
      markRead(ids);
    }
  });
  useEffect(() => {
    if (messageId !== null) {
      opened.current.add(messageId);
      timer.current ??= setTimeout(() => markOpened(), gatheringMs);
    }
    // Only the opening counts: a message marked unread while it is open stays unread.
  }, [messageId]);
  useEffect(() => () => markOpened(), []);
  return (ids) => (ids === 'all' ? opened.current.clear() : ids.forEach((id) => opened.current.delete(id)));
}
