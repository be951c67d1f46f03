import type { KeyboardEvent, ReactNode } from 'react';
import { Link } from 'wouter';
import { pathOf } from '../../routing/place.ts';
import type { Place } from '../../routing/place.ts';
import { Said } from '../../ui/Said.tsx';
import { unreadWords } from './agent-words.ts';
import classes from './PaneLink.module.css';

interface PaneLinkProps {
  readonly place: Place;
  readonly isCurrent: boolean;
  readonly mark: ReactNode;
  readonly name: string;
  /** Stands behind the name. */
  readonly badge?: ReactNode;
  /** The line below the name. */
  readonly note?: string;
  readonly isProblem?: boolean;
  readonly unread: number;
  /** Said after the name by screen readers. */
  readonly state?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** A place in the agents pane: mark, name, a line about its state, unread count. */
export function PaneLink(props: PaneLinkProps) {
  const { place, isCurrent, mark, name, badge, note, isProblem = false, unread, state, onKeyDown } = props;
  return (
    <Link
      to={pathOf(place)}
      className={classes['link']}
      aria-current={isCurrent ? 'page' : undefined}
      draggable={false}
      {...(onKeyDown ? { onKeyDown } : {})}
    >
      <span className={classes['mark']}>{mark}</span>
      <span className={classes['words']}>
        <span className={classes['first']}>
          <bdi className={classes['name']} title={name}>
            {name}
          </bdi>
          {badge}
          {state !== undefined && <Said>, {state}</Said>}
          {unread > 0 && (
            <span className={classes['unread']}>
              {unreadWords(unread)}
              <Said> unread</Said>
            </span>
          )}
        </span>
        {note !== undefined && (
          <span className={classes['note']} data-problem={isProblem || undefined}>
            {note}
          </span>
        )}
      </span>
    </Link>
  );
}
