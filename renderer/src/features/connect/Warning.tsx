import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Warning.module.css';

interface WarningProps {
  readonly children: ReactNode;
  /** The way out, beside the words. */
  readonly action?: ReactNode;
}

/** Why what stands below would not work at this moment. */
export function Warning({ children, action }: WarningProps) {
  return (
    <div className={classes['warning']}>
      <IconAlertTriangle size={16} className={classes['icon']} aria-hidden="true" />
      <p className={classes['words']}>{children}</p>
      {action}
    </div>
  );
}
