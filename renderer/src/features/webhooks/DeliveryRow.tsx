import { IconAlertTriangle, IconChevronRight, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useId } from 'react';
import type { WebhookDelivery } from '#shared/webhook.ts';
import { durationText } from '../activity/duration.ts';
import { DeliveryDetail } from './DeliveryDetail.tsx';
import classes from './DeliveryRow.module.css';
import { eventLabels, stateWords } from './event-words.ts';

const icons = { delivered: IconCircleCheck, failed: IconAlertTriangle, waiting: IconClock } as const;

interface DeliveryRowProps {
  readonly delivery: WebhookDelivery;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onSentAgain: (delivery: WebhookDelivery) => void;
}

/** One delivery in a line, and when it is open, every request and answer. */
export function DeliveryRow({ delivery, open, onToggle, onSentAgain }: DeliveryRowProps) {
  const panel = useId();
  const { event, cause, recipient, url, state, attempts, durationMs, createdAt } = delivery;
  const Icon = icons[state];
  const at = new Date(delivery.lastAttemptAt ?? createdAt);
  return (
    <li className={classes['item']}>
      <button
        type="button"
        className={classes['row']}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={onToggle}
      >
        <IconChevronRight size={15} className={classes['chevron']} aria-hidden="true" />
        <Icon size={17} stroke={1.8} className={classes['icon']} data-state={state} aria-hidden="true" />
        <span className={classes['words']}>
          <span className={classes['line']}>
            <span className={classes['title']}>
              {eventLabels[event]}
              {cause === 'test' ? ' (sample)' : ` · ${recipient ?? ''}`}
            </span>
            <span className={classes['quiet']}>
              {stateWords(delivery)}
              {durationMs !== null && ` · ${durationText(durationMs)}`}
            </span>
          </span>
          <span className={classes['line']}>
            <bdi className={classes['url']}>{url}</bdi>
            <span className={classes['quiet']}>
              {attempts > 1 && `attempt ${attempts} · `}
              <time dateTime={at.toISOString()} title={at.toLocaleString()}>
                {at.toLocaleTimeString(undefined, { timeStyle: 'medium' })}
              </time>
            </span>
          </span>
        </span>
      </button>
      {open && (
        <div id={panel} className={classes['panel']}>
          <DeliveryDetail delivery={delivery} onSentAgain={onSentAgain} />
        </div>
      )}
    </li>
  );
}
