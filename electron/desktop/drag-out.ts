import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ipcMain } from 'electron';
import type { NativeImage } from 'electron';
import { prepareDragChannel, startDragChannel } from '#shared/desktop-bridge.ts';
import { dragOutSchema } from '#shared/drag-out.ts';
import type { DragOut, PreparedDrag } from '#shared/drag-out.ts';
import { draggedFiles } from '../exchange/dragged-files.ts';
import type { Archive } from '../road/archive.ts';
import { dragIcon } from './drag-icon.ts';
import { isFromOwnPage } from './own-page.ts';

/** Files of so many drags are kept for whoever still reads what was dropped. */
const keptDrags = 20;

/**
 * Lets the page drag messages and parts of them out of the window as files. The page says which by their ids and begins the
 * drag when the files are there, by a ticket; where they lie it never learns. The folder is private, emptied at the start and
 * removed by the answered function.
 */
export async function dragOutFiles(
  archive: Pick<Archive, 'summary' | 'raw' | 'part' | 'partContent'>,
  folder: string,
): Promise<() => Promise<void>> {
  const drags = new Map<string, { readonly files: string[]; readonly icon: NativeImage }>();

  async function prepare(drag: DragOut): Promise<PreparedDrag> {
    const ticket = randomUUID();
    const place = join(folder, ticket);
    await mkdir(place, { recursive: true, mode: 0o700 });
    const files: string[] = [];
    try {
      for await (const { name, bytes } of draggedFiles(archive, drag)) {
        const file = join(place, name);
        await writeFile(file, bytes);
        files.push(file);
      }
    } catch (error) {
      await remove(place);
      throw error;
    }
    const [first] = files;
    if (first === undefined) {
      await remove(place);
      return { outcome: 'failed', problem: 'It was deleted meanwhile.' };
    }
    drags.set(ticket, { files, icon: await dragIcon(first) });
    await forgetOldest();
    return { outcome: 'ready', ticket };
  }

  async function forgetOldest(): Promise<void> {
    for (const ticket of [...drags.keys()].slice(0, -keptDrags)) {
      drags.delete(ticket);
      await remove(join(folder, ticket));
    }
  }

  // What an application that died has left.
  await remove(folder);
  ipcMain.handle(prepareDragChannel, async (event, wanted: unknown): Promise<PreparedDrag> => {
    const drag = dragOutSchema.safeParse(wanted);
    if (!isFromOwnPage(event) || !drag.success) {
      return { outcome: 'failed', problem: 'This cannot be dragged.' };
    }
    try {
      return await prepare(drag.data);
    } catch (error) {
      return { outcome: 'failed', problem: error instanceof Error ? error.message : String(error) };
    }
  });
  ipcMain.on(startDragChannel, (event, ticket: unknown) => {
    const drag = drags.get(String(ticket));
    if (isFromOwnPage(event) && drag !== undefined) {
      event.sender.startDrag({ file: drag.files[0] ?? '', ...drag });
    }
  });
  return () => remove(folder);
}

/** What another program has open stays on some systems; it goes at the next start. */
async function remove(place: string): Promise<void> {
  await rm(place, { recursive: true, force: true }).catch(() => undefined);
}
