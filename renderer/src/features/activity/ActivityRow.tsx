import type { ActivityEntry } from '#shared/activity.ts';
import { doorNames } from '../inbox/row-words.ts';
import { Said } from '../../ui/Said.tsx';
import classes from './ActivityRow.module.css';
import { durationText } from './duration.ts';
import { OutcomeIcon } from './OutcomeIcon.tsx';
import { outcomeLabels } from './outcomes.ts';

interface ActivityRowProps {
  readonly domId: string;
  readonly entry: ActivityEntry;
  readonly chosen: boolean;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly onChoose: (id: string) => void;
}

/** One session or request: what came of it, when, by which door, from where, and how long it took. */
export function ActivityRow({ domId, entry, chosen, top, onChoose }: ActivityRowProps) {
  const started = new Date(entry.startedAt);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list box has the keys for all its options
    <div
      id={domId}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={classes['row']}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onChoose(entry.id)}
    >
      <OutcomeIcon outcome={entry.outcome} warned={entry.outcome === 'held' && entry.verdicts.length > 0} />
      <span className={classes['words']}>
        <Said>{outcomeLabels[entry.outcome]}: </Said>
        <span className={classes['line']}>
          <bdi className={classes['summary']}>{entry.summary}</bdi>
          <span className={classes['quiet']}>{durationText(entry.durationMs)}</span>
        </span>
        <span className={classes['line']}>
          <span className={classes['facts']}>
            {doorNames[entry.door]} from {entry.peer}
          </span>
          <time className={classes['quiet']} dateTime={entry.startedAt} title={started.toLocaleString()}>
            {started.toLocaleTimeString(undefined, { timeStyle: 'medium' })}
          </time>
        </span>
      </span>
    </div>
  );
}
