import type { DragOut } from '#shared/drag-out.ts';
import { RestanteError } from '#shared/errors.ts';
import { attachmentFileName, mailFileName, partFileName, safeFileName } from '#shared/file-names.ts';
import type { Archive } from '../road/archive.ts';
import { FreeNames } from './free-names.ts';

export interface DraggedFile {
  /** Safe to save under, and no other one of the same drag has it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Source = Pick<Archive, 'summary' | 'raw' | 'part' | 'partContent'>;

/**
 * The files that a drag stands for, one after the other. A message that was deleted meanwhile is left out.
 * @throws RestanteError `message.part-not-found`
 */
export async function* draggedFiles(archive: Source, drag: DragOut): AsyncGenerator<DraggedFile> {
  switch (drag.of) {
    case 'messages':
      yield* messages(archive, drag.ids);
      return;
    case 'attachment': {
      const content = await archive.part(drag.messageId, drag.n);
      if (content === undefined) {
        throw new RestanteError('message.part-not-found', { part: drag.n });
      }
      yield { name: safeFileName(attachmentFileName(content.part)), bytes: content.bytes };
      return;
    }
    case 'part': {
      const { messageId, path, as } = drag;
      const content = await archive.partContent({ id: messageId, path }, as);
      if (content === undefined) {
        throw new RestanteError('message.part-not-found', { part: path });
      }
      yield { name: safeFileName(partFileName({ ...content, path }, as)), bytes: content.bytes };
    }
  }
}

async function* messages(archive: Source, ids: readonly string[]): AsyncGenerator<DraggedFile> {
  const names = new FreeNames();
  for (const id of ids) {
    const summary = await archive.summary(id);
    const bytes = await archive.raw(id);
    if (summary !== undefined && bytes !== undefined) {
      yield { name: names.take(safeFileName(mailFileName(summary.subject))), bytes };
    }
  }
}
