import { notifications } from '@mantine/notifications';
import type { PutOut } from '#shared/put-out.ts';
import { renderingAddress } from '#shared/mail-rendering.ts';
import { call } from '../../api/client.ts';
import { notifyOfError } from '../../ui/notify.ts';

const titles: Readonly<Record<PutOut['as'], string>> = {
  print: 'The message was not printed',
  pdf: 'The message was not saved as PDF',
  png: 'The message was not saved as PNG',
};

/** Prints a message or saves it as a file; in a browser, which prints only, by a sheet in a tab of its own. */
export async function putOut(message: PutOut): Promise<void> {
  try {
    if (window.restante === undefined) {
      const { url } = await call('getMessageSheet', { params: { id: message.messageId } });
      window.open(renderingAddress(url, message.rendering), '_blank', 'noopener');
      return;
    }
    const result = await window.restante.putOut(message);
    if (result.outcome === 'failed') {
      notifyOfError(new Error(result.problem), titles[message.as]);
    } else if (result.outcome === 'done' && result.file !== null) {
      notifications.show({
        title: 'Saved',
        message: result.file,
        closeButtonProps: { 'aria-label': 'Dismiss' },
      });
    }
  } catch (error) {
    notifyOfError(error, titles[message.as]);
  }
}
