import { Badge } from '@mantine/core';
import { useHealth } from '../../app/use-health.ts';

/** Says that this is the demo mailbox and not the person's own; otherwise nothing. */
export function DemoMark() {
  const { data: health } = useHealth();
  return (
    health?.demo === true && (
      <Badge
        variant="light"
        color="yellow"
        size="sm"
        radius="sm"
        data-hint={`A demo, kept in ${health.dataFolder}. Your own mail is elsewhere.`}
      >
        Demo
      </Badge>
    )
  );
}
