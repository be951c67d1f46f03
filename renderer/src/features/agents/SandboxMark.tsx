import { Badge } from '@mantine/core';
import classes from './SandboxMark.module.css';

/** Says beside an agent's name that it was created in sandbox mode. */
export function SandboxMark() {
  return (
    <Badge
      component="span"
      size="xs"
      radius="sm"
      variant="default"
      className={classes['mark']}
      title="Created in sandbox mode, for good"
    >
      Sandbox
    </Badge>
  );
}
