import type { ReactNode } from 'react';
import classes from './Said.module.css';

/** Words that only screen readers say. Not the library's: a list has fifty, and those cost as much as its rows. */
export function Said({ children }: { readonly children: ReactNode }) {
  return <span className={classes['said']}>{children}</span>;
}
