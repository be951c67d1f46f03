import type { ReactNode } from 'react';
import classes from './ViewBar.module.css';

interface ViewBarProps {
  /** What is seen below, in a few words. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** The thin bar above a view of the message. */
export function ViewBar({ children, actions }: ViewBarProps) {
  return (
    <div className={classes['bar']}>
      <div className={classes['words']}>{children}</div>
      {actions}
    </div>
  );
}
