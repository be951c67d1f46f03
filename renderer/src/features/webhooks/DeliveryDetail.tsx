import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { WebhookAttempt, WebhookDelivery } from '#shared/webhook.ts';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { pathOf } from '../../routing/place.ts';
import { announce } from '../../ui/announce.ts';
import { notifyOfError } from '../../ui/notify.ts';
import { durationText } from '../activity/duration.ts';
import { HttpBody } from '../message/HttpBody.tsx';
import { HttpHeaders } from '../message/HttpHeaders.tsx';
import classes from './DeliveryDetail.module.css';

interface DeliveryDetailProps {
  readonly delivery: WebhookDelivery;
  readonly onSentAgain: (delivery: WebhookDelivery) => void;
}

/** Every attempt of a delivery, the last one first, and the button that makes another. */
export function DeliveryDetail({ delivery, onSentAgain }: DeliveryDetailProps) {
  const { id, agentId, messageId, problem, attempts } = delivery;
  const [busy, setBusy] = useState(false);
  const { data, error } = useQuery({
    queryKey: queryKeys.webhookDelivery(id),
    queryFn: ({ signal }) => call('getWebhookDelivery', { params: { id } }, { signal }),
    gcTime: 60_000,
  });

  async function sendAgain(): Promise<void> {
    setBusy(true);
    try {
      onSentAgain(await call('redeliverWebhook', { params: { id } }));
      announce('Sent again');
    } catch (failure) {
      notifyOfError(failure);
    } finally {
      setBusy(false);
    }
  }
  return (
    <div className={classes['detail']}>
      <div className={classes['actions']}>
        <Button
          variant="default"
          size="compact-xs"
          loading={busy}
          leftSection={<IconSend size={14} />}
          onClick={() => void sendAgain()}
        >
          Send again
        </Button>
        {messageId !== null && (
          <Link className={classes['link']} href={pathOf({ page: 'inbox', agentId, messageId })}>
            Open the message
          </Link>
        )}
      </div>
      {error && <p className={classes['problem']}>{error.message}</p>}
      {attempts === 0 && problem !== null && <p className={classes['problem']}>{problem}</p>}
      {data?.attemptLog.toReversed().map((attempt) => (
        <Attempt key={attempt.number} attempt={attempt} />
      ))}
    </div>
  );
}

function Attempt({ attempt }: { readonly attempt: WebhookAttempt }) {
  const { number, at, durationMs, request, response, problem } = attempt;
  return (
    <section aria-label={`Attempt ${number}`} className={classes['attempt']}>
      <h3 className={classes['title']}>
        Attempt {number}
        <span className={classes['facts']}>
          {new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' })},{' '}
          {durationText(durationMs)}
        </span>
      </h3>
      {problem !== null && <p className={classes['problem']}>{problem}</p>}
      <h4 className={classes['part']}>
        Request <code className={classes['code']}>POST {request.url}</code>
      </h4>
      <HttpHeaders headers={request.headers} />
      <HttpBody body={request.body} what="the request’s body" />
      {response && (
        <>
          <h4 className={classes['part']}>
            Answer <code className={classes['code']}>{response.status}</code>
          </h4>
          <HttpHeaders headers={response.headers} />
          <HttpBody body={response.body} what="the answer’s body" />
          {response.truncated && <p className={classes['facts']}>Only its first 64 KB were read.</p>}
        </>
      )}
    </section>
  );
}
