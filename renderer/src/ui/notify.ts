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

/** Tells the person that something was done which cannot be seen at once. */
export function notifyOfSuccess(message: string): void {
  notifications.show({ message, autoClose: 3000, closeButtonProps: { 'aria-label': 'Dismiss' } });
}
