import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ActivityEntry } from '#shared/activity.ts';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { pathOf } from '../../routing/place.ts';
import { SessionView } from '../message/SessionView.tsx';
import { VerdictList } from '../message/VerdictList.tsx';
import { ViewProblem } from '../message/ViewProblem.tsx';
import classes from './ActivityDetail.module.css';
import { durationText } from './duration.ts';
import { OutcomeIcon } from './OutcomeIcon.tsx';
import { outcomeLabels } from './outcomes.ts';

/** One session or request whole: what came of it and why, the messages it left, and every line of it. */
export function ActivityDetail({ id }: { readonly id: string }) {
  const { data: entry, error } = useQuery({
    queryKey: queryKeys.activityEntry(id),
    queryFn: ({ signal }) => call('getActivity', { params: { id } }, { signal }),
    gcTime: 60_000,
  });
  if (error) {
    return <ViewProblem>{error.message}</ViewProblem>;
  }
  if (!entry) {
    return (
      <output className={classes['loading']} aria-label="Loading">
        <Skeleton height={16} width="50%" />
      </output>
    );
  }
  return (
    <article className={classes['detail']} aria-label={entry.summary}>
      <header className={classes['header']}>
        <h2 className={classes['title']}>
          <OutcomeIcon outcome={entry.outcome} />
          <bdi className={classes['summary']}>{entry.summary}</bdi>
        </h2>
        <p className={classes['facts']}>
          {outcomeLabels[entry.outcome]},{' '}
          {new Date(entry.startedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' })},{' '}
          {durationText(entry.durationMs)}
        </p>
        <HeldMessages entry={entry} />
      </header>
      {entry.verdicts.length > 0 && (
        <section className={classes['verdicts']} data-outcome={entry.outcome} aria-label="Why">
          <VerdictList verdicts={entry.verdicts} />
        </section>
      )}
      <SessionView session={entry.session} />
    </article>
  );
}

/** So many messages of one session are linked. */
const linkedAtMost = 20;

function HeldMessages({ entry }: { readonly entry: ActivityEntry }) {
  const { agentId, messageIds } = entry;
  if (messageIds.length === 0) {
    return null;
  }
  return (
    <p className={classes['facts']}>
      {messageIds.slice(0, linkedAtMost).map((messageId, index) => (
        <span key={messageId}>
          {index > 0 && ', '}
          <Link className={classes['link']} href={pathOf({ page: 'inbox', agentId, messageId })}>
            {messageIds.length === 1 ? 'Open the message' : `Message ${index + 1}`}
          </Link>
        </span>
      ))}
      {messageIds.length > linkedAtMost && ` and ${messageIds.length - linkedAtMost} more`}
    </p>
  );
}
