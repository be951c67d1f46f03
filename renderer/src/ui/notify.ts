import { notifications } from '@mantine/notifications';

/** Tells the person in words that something did not work. */
export function notifyOfError(error: unknown, title = 'That did not work'): void {
  notifications.show({
    title,
    message: error instanceof Error ? error.message : String(error),
    color: 'red',
    autoClose: 8000,
    closeButtonProps: { 'aria-label': 'Dismiss' },
  });
}
