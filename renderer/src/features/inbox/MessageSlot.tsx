import { Activity, useEffect, useState } from 'react';
import { useSearchText } from '../../routing/use-place.ts';
import { useLast } from '../../ui/use-last.ts';
import { MessagePane } from '../message/MessagePane.tsx';
import { PreviewsAhead } from '../message/previews-ahead.ts';
import { NoMessage } from './NoMessage.tsx';
import { useLikelyNext } from './use-likely-next.ts';

/** Whoever goes to a list sees it first. */
const settlingMs = 400;

interface MessageSlotProps {
  readonly agentId: string | null;
  readonly messageId: string | null;
}

/**
 * The open message. While none is, the pane of the one that is likely to be opened first is drawn out of sight, with
 * its frame: drawn for the first time when it is opened, it would take three times as long as those after it.
 */
export function MessageSlot({ agentId, messageId }: MessageSlotProps) {
  const q = useSearchText();
  const isSettled = useSettled();
  const [hasPane, setHasPane] = useState(false);
  const wantsFirst = isSettled && !hasPane;
  const { arrived, ahead } = useLikelyNext({ agentId, q }, { openId: messageId, wantsFirst });
  const shownId = useLast(messageId ?? (isSettled ? arrived[0] : undefined));
  if (shownId !== undefined && !hasPane) {
    setHasPane(true);
  }
  const closings = useClosings(messageId);
  return (
    <>
      {shownId !== undefined && (
        // What a person did with a message ends when it is closed, e.g. that it may load remote content.
        <Activity key={closings} mode={messageId === null ? 'hidden' : 'visible'}>
          <PreviewsAhead value={ahead}>
            <MessagePane messageId={shownId} />
          </PreviewsAhead>
        </Activity>
      )}
      {messageId === null && <NoMessage agentId={agentId} />}
    </>
  );
}

/** Whether the list has had the time to be drawn. */
function useSettled(): boolean {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settlingMs);
    return () => clearTimeout(timer);
  }, []);
  return isSettled;
}

/** How often a message was closed and none opened instead. */
function useClosings(messageId: string | null): number {
  const isOpen = messageId !== null;
  const [state, setState] = useState({ isOpen, closings: 0 });
  if (isOpen !== state.isOpen) {
    setState({ isOpen, closings: state.closings + (isOpen ? 0 : 1) });
  }
  return state.closings;
}
