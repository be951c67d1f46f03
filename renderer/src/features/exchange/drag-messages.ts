import type { DragEvent } from 'react';
import { mostDraggedMessages } from '#shared/drag-out.ts';
import { mailFileName } from '#shared/file-names.ts';
import { urlOf } from '../../api/client.ts';
import { dragOut } from '../../desktop/drag-out.ts';
import { notifyOfError } from '../../ui/notify.ts';
import { mostInAddress } from './export-messages.ts';

/** At the start of a drag: the messages, to be dropped outside as .eml files; in a browser several are one zip. */
export function dragMessages(event: DragEvent, ids: readonly string[], subject: string): void {
  const [first] = ids;
  if (first === undefined || ids.length > most()) {
    refuseDrag(event);
    return;
  }
  dragOut(event, {
    drag: { of: 'messages', ids: [...ids] },
    download:
      ids.length === 1
        ? {
            name: mailFileName(subject),
            type: 'message/rfc822',
            url: urlOf('getMessageRaw', { params: { id: first } }),
          }
        : {
            name: 'messages.zip',
            type: 'application/zip',
            url: urlOf('exportMessages', { query: { ids: ids.join(','), format: 'zip' } }),
          },
  });
}

/** At the start of a drag of more messages than can be dragged. */
export function refuseDrag(event: DragEvent): void {
  event.preventDefault();
  const problem = `Drag up to ${most()} messages at a time. An export takes any number.`;
  notifyOfError(new Error(problem), 'These are too many');
}

function most(): number {
  return window.restante === undefined ? mostInAddress : mostDraggedMessages;
}
