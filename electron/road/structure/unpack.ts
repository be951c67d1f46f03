import libmime from 'libmime';
import { describedAs } from './content-description.ts';
import type { Entity } from './entity.ts';
import { problem } from './problems.ts';
import { readTnef } from './tnef.ts';
import { uuencodedFiles } from './uuencode.ts';

/** A file that lay inside a part. */
interface UnpackedFile {
  readonly name: string | null;
  readonly type: string;
  readonly bytes: Buffer;
}

const tnefTypes = new Set(['application/ms-tnef', 'application/vnd.ms-tnef']);

/** Puts what a leaf holds packed under it: the files of a winmail.dat, uuencoded files within a text. */
export function unpack(entity: Entity, content: Buffer, most: number): void {
  const { type, fileName } = entity.description;
  if (tnefTypes.has(type) || /^winmail\.dat$/i.test(fileName ?? '')) {
    const { files, failure } = readTnef(content);
    if (failure !== null) {
      entity.problems.push(problem('tnef-unreadable', { reason: failure }));
    }
    addChildren(entity, 'tnef', files, most);
  } else if (type === 'text/plain' && content.includes('begin ')) {
    const files = uuencodedFiles(content, most + 1).map(({ name, bytes }) => ({
      name,
      bytes,
      type: libmime.detectMimeType(name) || 'application/octet-stream',
    }));
    addChildren(entity, 'uuencode', files, most);
  }
}

function addChildren(
  entity: Entity,
  origin: 'tnef' | 'uuencode',
  files: readonly UnpackedFile[],
  most: number,
): void {
  if (files.length > most) {
    entity.problems.push(problem('unpacked-left-out'));
  }
  for (const { name, type, bytes } of files.slice(0, most)) {
    entity.children.push({
      path: `${entity.path}.${entity.children.length + 1}`,
      origin,
      source: bytes,
      start: 0,
      header: {
        fields: [],
        fieldsLeftOut: 0,
        strayLines: 0,
        bodyStart: 0,
        isEnded: true,
        isMissing: false,
      },
      description: describedAs(type, name),
      bodyEnd: bytes.length,
      children: [],
      problems: [],
    });
  }
}
