import { Link } from 'wouter';
import type { MessageDetail } from '#shared/message.ts';
import { pathOf } from '../../routing/place.ts';
import { useAgent } from '../agents/use-agents.ts';
import classes from './DeliveryView.module.css';

/** What of a message is tracked, and whether looking at it here counts. */
export function TrackingNote({ message }: { readonly message: Pick<MessageDetail, 'agentId' | 'sending'> }) {
  const agent = useAgent(message.agentId);
  const { trackOpens = false, trackClicks = false } = message.sending ?? {};
  if (!agent || !(trackOpens || trackClicks)) {
    return null;
  }
  const isCounted = agent.tracking.preview;
  const tracked = [trackOpens && 'Opens', trackClicks && 'clicks'].filter(Boolean).join(' and ');
  return (
    <p className={classes['about']}>
      {tracked[0]?.toUpperCase()}
      {tracked.slice(1)} are tracked.{' '}
      {isCounted
        ? 'What is done in the preview counts as well: '
        : 'Looking at it in the preview and following its links there count as nothing: '}
      <Link className={classes['link']} href={pathOf({ page: 'delivery', agentId: agent.id })}>
        change it on {agent.name}’s Delivery page
      </Link>
      .
    </p>
  );
}
