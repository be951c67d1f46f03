import type { DragEvent } from 'react';
import { partFileName, safeFileName } from '#shared/file-names.ts';
import type { StructurePart } from '#shared/structure.ts';
import { urlOf } from '../../api/client.ts';
import { dragOut } from '../../desktop/drag-out.ts';

/** At the start of a drag: a part as the file that it would be downloaded as. */
export function dragPart(
  event: DragEvent,
  messageId: string,
  part: StructurePart,
  as: 'decoded' | 'source',
): void {
  const { path } = part;
  dragOut(event, {
    drag: { of: 'part', messageId, path, as },
    download: {
      name: safeFileName(partFileName(part, as)),
      type: as === 'source' ? 'text/plain' : part.type,
      url: urlOf('getMessageStructurePart', { params: { id: messageId, path }, query: { as } }),
    },
  });
}
