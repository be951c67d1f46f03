import { attachmentFileName, safeFileName } from '#shared/file-names.ts';
import type { PartContent } from '../road/archive.ts';
import { FreeNames } from './free-names.ts';
import { type ZipSource, zipOf } from './write-zip.ts';

/** Parts of a message as a zip archive under their own names, made safe; of the same name each gets a number. */
export function zipOfParts(parts: readonly PartContent[], at: Date): ReadableStream<Uint8Array> {
  return zipOf(ReadableStream.from(filesOf(parts, at)));
}

function* filesOf(parts: readonly PartContent[], at: Date): Generator<ZipSource> {
  const names = new FreeNames();
  for (const { part, bytes } of parts) {
    yield { path: names.take(safeFileName(attachmentFileName(part))), bytes, at };
  }
}
