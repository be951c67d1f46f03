import { Button } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import classes from './NewMailButton.module.css';

/** Leads back to the newest message when more has come than could be followed. */
export function NewMailButton({ onClick }: { readonly onClick: () => Promise<void> }) {
  return (
    <Button
      className={classes['button']}
      size="compact-sm"
      radius="xl"
      leftSection={<IconArrowUp size={14} />}
      onClick={() => void onClick()}
    >
      Show the newest messages
    </Button>
  );
}
