import type { ReactNode } from 'react';
import classes from './ScrolledPage.module.css';

/** A page of sections, as wide as it reads well, in a place of its own that scrolls. */
export function ScrolledPage({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes['page']}>
      <div className={classes['content']}>{children}</div>
    </div>
  );
}
