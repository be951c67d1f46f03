import { BrowserWindow, clipboard, dialog, shell } from 'electron';
import { isExternalUrl } from './origins.ts';
import { shortenedAddress } from './shortened-address.ts';

const choices = ['Open', 'Copy Address', 'Cancel'] as const;

/** Shows where a link leads, and opens it in the system's browser or mail program when the person agrees. */
export async function askAndOpen(url: string): Promise<void> {
  // Any other scheme may start a program on this machine: file:, ms-msdt:, smb: ...
  if (!isExternalUrl(url)) {
    return;
  }
  // Parsed, so that a look-alike host name is shown in its ASCII form.
  const address = new URL(url).href;
  const question = {
    type: 'question' as const,
    message: 'Open this link outside Restante?',
    detail: shortenedAddress(address),
    buttons: [...choices],
    defaultId: choices.indexOf('Open'),
    cancelId: choices.indexOf('Cancel'),
    noLink: true,
  };
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const { response } =
    window === undefined
      ? await dialog.showMessageBox(question)
      : await dialog.showMessageBox(window, question);
  switch (choices[response]) {
    case 'Open':
      await shell.openExternal(address);
      break;
    case 'Copy Address':
      await clipboard.writeText(address);
      break;
    default:
  }
}
