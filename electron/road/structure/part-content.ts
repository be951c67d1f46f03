import type { PartForm } from '#shared/structure.ts';
import { textOfBytes } from './charset.ts';
import { decodedBody, isMessage, sentBody } from './entity.ts';
import type { Entity } from './entity.ts';
import { findEntity } from './read-structure.ts';

/** A part as it is given away. */
export interface PartBytes {
  readonly type: string;
  readonly fileName: string | null;
  readonly bytes: Uint8Array;
}

/** The content of the part at a path in the form wanted; undefined when there is no such part. */
export function readPartContent(raw: Buffer, path: string, form: PartForm): PartBytes | undefined {
  const entity = findEntity(raw, path);
  if (entity === undefined) {
    return undefined;
  }
  const { type, fileName } = entity.description;
  // A copy: of a view all that it is a view of would be sent to the other thread.
  return { type, fileName, bytes: new Uint8Array(bytesIn(entity, form)) };
}

/** The bytes of the message that a part holds; undefined when there is no such part, or it holds none. */
export function nestedMessage(raw: Buffer, path: string): Buffer | undefined {
  const entity = findEntity(raw, path);
  return entity !== undefined && isMessage(entity) ? decodedBody(entity).bytes : undefined;
}

function bytesIn(entity: Entity, form: PartForm): Uint8Array {
  switch (form) {
    case 'decoded':
      return decodedBody(entity).bytes;
    case 'sent':
      return sentBody(entity);
    case 'text':
      return Buffer.from(textOfBytes(decodedBody(entity).bytes, entity.description.charset), 'utf8');
    case 'source':
      return entity.source.subarray(entity.start, entity.bodyEnd);
  }
}
