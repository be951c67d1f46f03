import type { DragEvent } from 'react';
import type { DragOut } from '#shared/drag-out.ts';
import { notifyOfError } from '../ui/notify.ts';
import { downloadUrl } from './download-url.ts';
import { beginOwnDrag } from './own-drag.ts';

/** What is dragged out of the window as files. */
export interface DraggedOut {
  readonly drag: DragOut;
  /** For browsers, which fetch one file from an address. */
  readonly download: { readonly name: string; readonly type: string; readonly url: string };
}

/** At the start of a drag: lets what is dragged be dropped outside as files. */
export function dragOut(event: DragEvent, { drag, download }: DraggedOut): void {
  const { restante } = window;
  beginOwnDrag();
  if (restante !== undefined) {
    // The system's own drag takes the place of the page's.
    event.preventDefault();
    void dragFiles(restante, drag);
  } else {
    const address = new URL(download.url, location.href).href;
    event.dataTransfer.effectAllowed = 'copy';
    event.dataTransfer.setData('DownloadURL', downloadUrl({ ...download, url: address }));
    event.dataTransfer.setData('text/uri-list', address);
  }
}

async function dragFiles(desktop: NonNullable<typeof window.restante>, drag: DragOut): Promise<void> {
  const released = new AbortController();
  window.addEventListener('pointerup', () => released.abort(), { once: true, signal: released.signal });
  const prepared = await desktop.prepareDrag(drag);
  if (prepared.outcome === 'failed') {
    notifyOfError(new Error(prepared.problem), 'This was not dragged');
  } else if (!released.signal.aborted) {
    // Whoever has let go of the button already would have the files stick to the pointer.
    desktop.startDrag(prepared.ticket);
  }
}
