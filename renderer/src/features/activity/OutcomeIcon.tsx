import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconMinus,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import classes from './OutcomeIcon.module.css';
import type { Outcome } from './outcomes.ts';

const icons = {
  held: IconCircleCheck,
  refused: IconBan,
  failed: IconPlugConnectedX,
  nothing: IconMinus,
} as const;

interface OutcomeIconProps {
  readonly outcome: Outcome;
  /** Held, though production would have refused it. */
  readonly warned?: boolean;
}

/** The outcome as a mark; the words for it stand beside. */
export function OutcomeIcon({ outcome, warned = false }: OutcomeIconProps) {
  const Icon = warned ? IconAlertTriangle : icons[outcome];
  return (
    <Icon
      size={17}
      stroke={1.8}
      className={classes['icon']}
      data-outcome={warned ? 'warned' : outcome}
      aria-hidden="true"
    />
  );
}
