import { useEffect } from 'react';
import type { MessageDetail } from '#shared/message.ts';
import { call } from '../../api/client.ts';
import { notifyOfError } from '../../ui/notify.ts';
import { useAgent } from '../agents/use-agents.ts';

/** Tells once that the preview of a message is shown, where its agent counts that as an open. */
export function useCountedShowing({ id, agentId, hasHtml, sending }: MessageDetail): void {
  const agent = useAgent(agentId);
  const isCounted = hasHtml && sending?.trackOpens === true && agent?.tracking.preview === true;
  useEffect(() => {
    if (!isCounted) {
      return undefined;
    }
    // In the next turn: a preview that is gone by then was never seen.
    const soon = setTimeout(() => void call('countShowing', { params: { id } }).catch(notifyOfError));
    return () => clearTimeout(soon);
  }, [id, isCounted]);
}
