import { notifications } from '@mantine/notifications';
import { announce } from './announce.ts';
import { notifyOfError } from './notify.ts';

/** Copies a text and says so, for keys and places that have no room to show it themselves. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    notifyOfError(error, `Could not copy ${what}`);
    return;
  }
  announce(`Copied ${what}`);
  notifications.show({
    id: 'copied',
    message: text.length > 60 ? `Copied ${what}` : `Copied ${what}: ${text}`,
    autoClose: 1500,
    withCloseButton: false,
  });
}
