import { IconFlask } from '@tabler/icons-react';
import { Link } from 'wouter';
import { pathOf } from '../../routing/place.ts';
import classes from './FailuresMark.module.css';
import { useFailuresOn } from './use-failures.ts';

/** Says beside an agent's name that it fails on purpose, and leads to the switches. */
export function FailuresMark({ agentId }: { readonly agentId: string }) {
  const on = useFailuresOn(agentId);
  return on === 0 ? null : (
    <Link to={pathOf({ page: 'failures', agentId })} className={classes['mark']}>
      <IconFlask size={13} aria-hidden />
      Fails on purpose
    </Link>
  );
}
