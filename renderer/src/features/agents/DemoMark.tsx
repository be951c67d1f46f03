import { Badge, Tooltip } from '@mantine/core';
import { useHealth } from '../../app/use-health.ts';

/** Says that this is the demo mailbox and not the person's own; otherwise nothing. */
export function DemoMark() {
  const { data: health } = useHealth();
  return (
    health?.demo === true && (
      <Tooltip
        multiline
        maw={300}
        label={`A demo, kept in ${health.dataFolder}. Your own mail is elsewhere.`}
      >
        <Badge variant="light" color="yellow" size="sm" radius="sm" tabIndex={0}>
          Demo
        </Badge>
      </Tooltip>
    )
  );
}
