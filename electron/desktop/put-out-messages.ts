import { writeFile } from 'node:fs/promises';
import { BrowserWindow, dialog, ipcMain } from 'electron';
import type { WebContents } from 'electron';
import { putOutChannel } from '#shared/desktop-bridge.ts';
import { safeFileName } from '#shared/file-names.ts';
import { putOutSchema } from '#shared/put-out.ts';
import type { PutOut, PutOutResult } from '#shared/put-out.ts';
import { mailAsPdf, mailAsPng, printMail } from './mail-sheet.ts';
import { isFromOwnPage } from './own-page.ts';

/** Lets the page print messages, and save them as PDF and PNG where the person says. */
export function putOutMessages(): void {
  ipcMain.handle(putOutChannel, async (event, wanted: unknown): Promise<PutOutResult> => {
    const message = putOutSchema.safeParse(wanted);
    if (!isFromOwnPage(event) || !message.success) {
      return { outcome: 'failed', problem: 'This cannot be printed or saved.' };
    }
    try {
      return message.data.as === 'print' ? await print(message.data) : await save(message.data, event.sender);
    } catch (error) {
      return { outcome: 'failed', problem: error instanceof Error ? error.message : String(error) };
    }
  });
}

async function print(message: PutOut): Promise<PutOutResult> {
  const reason = await printMail(message);
  if (reason === null) {
    return { outcome: 'done', file: null };
  }
  return /cancell?ed/i.test(reason)
    ? { outcome: 'cancelled' }
    : { outcome: 'failed', problem: `The system did not print it: ${reason}.` };
}

async function save(message: PutOut, sender: WebContents): Promise<PutOutResult> {
  const { as, subject } = message;
  const extension = as === 'pdf' ? 'pdf' : 'png';
  const question = {
    defaultPath: safeFileName(`${subject.trim() || 'message'}.${extension}`),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  };
  const window = BrowserWindow.fromWebContents(sender);
  const { canceled, filePath } =
    window === null ? await dialog.showSaveDialog(question) : await dialog.showSaveDialog(window, question);
  if (canceled || filePath === '') {
    return { outcome: 'cancelled' };
  }
  await writeFile(filePath, await (as === 'pdf' ? mailAsPdf(message) : mailAsPng(message)));
  return { outcome: 'done', file: filePath };
}
