import type { RecipientOutcomes } from '#shared/control-api/outcomes.ts';
import type { MessageDetail } from '#shared/message.ts';
import classes from './DeliveryView.module.css';
import { outcomeFacts, outcomeTitle, standingWords, timeWords } from './outcome-words.ts';
import { PlayMenu } from './PlayMenu.tsx';
import { TrackingNote } from './TrackingNote.tsx';
import { useOutcomes } from './use-outcomes.ts';

/** What happened to each recipient after the message was accepted, and how to make more happen. */
export function DeliveryView({
  message,
}: {
  readonly message: Pick<MessageDetail, 'id' | 'agentId' | 'sending'>;
}) {
  const { data, error } = useOutcomes(message.id);
  const skipped = message.sending?.skipped ?? [];
  if (error) {
    return <p className={classes['about']}>{error.message}</p>;
  }
  return (
    <div className={classes['view']}>
      <p className={classes['about']}>
        Nothing leaves Restante: what happens to a recipient is played here, and told to webhooks.
      </p>
      <TrackingNote message={message} />
      <ul className={classes['recipients']} aria-label="Recipients">
        {data?.recipients.map((recipient) => (
          <Recipient key={recipient.recipient} messageId={message.id} links={data.links} about={recipient} />
        ))}
        {skipped.map(({ address, reason }) => (
          <li key={address} className={classes['recipient']}>
            <div className={classes['head']}>
              <bdi className={classes['address']}>{address}</bdi>
              <span className={classes['standing']}>Left out</span>
            </div>
            <p className={classes['facts']}>{reason}</p>
          </li>
        ))}
      </ul>
      {data?.recipients.length === 0 && skipped.length === 0 && (
        <p className={classes['about']}>The message has no recipients.</p>
      )}
    </div>
  );
}

interface RecipientProps {
  readonly messageId: string;
  readonly links: readonly string[];
  readonly about: RecipientOutcomes;
}

function Recipient({ messageId, links, about }: RecipientProps) {
  return (
    <li className={classes['recipient']}>
      <div className={classes['head']}>
        <bdi className={classes['address']}>{about.recipient}</bdi>
        <span
          className={classes['standing']}
          data-outstanding={about.standing === 'delivered' ? undefined : true}
        >
          {standingWords[about.standing]}
        </span>
        <PlayMenu messageId={messageId} recipient={about.recipient} links={links} />
      </div>
      {about.outcomes.length + about.planned.length > 0 && (
        <ol className={classes['outcomes']} aria-label={`What happened to ${about.recipient}`}>
          {about.outcomes.map((outcome) => (
            <li key={outcome.id} className={classes['outcome']}>
              <TimeOf at={outcome.at} />
              <div className={classes['words']}>
                <bdi>{outcomeTitle(outcome)}</bdi>
                <span className={classes['facts']}>{outcomeFacts(outcome)}</span>
              </div>
            </li>
          ))}
          {about.planned.map((planned) => (
            <li key={`${planned.at} ${planned.kind}`} className={classes['outcome']}>
              <TimeOf at={planned.at} />
              <div className={classes['words']}>
                <bdi>{outcomeTitle(planned)}</bdi>
                <span className={classes['facts']}>still to come, by a rule</span>
              </div>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

function TimeOf({ at }: { readonly at: string }) {
  return (
    <time className={classes['time']} dateTime={at} title={new Date(at).toLocaleString()}>
      {timeWords(at)}
    </time>
  );
}
