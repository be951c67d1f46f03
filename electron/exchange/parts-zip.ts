import { attachmentFileName, safeFileName } from '#shared/file-names.ts';
import type { PartContent } from '../road/archive.ts';
import { freeName } from './free-name.ts';
import { type ZipSource, zipOf } from './write-zip.ts';

/** Parts of a message as a zip archive under their own names, made safe; of the same name each gets a number. */
export function zipOfParts(parts: readonly PartContent[], at: Date): ReadableStream<Uint8Array> {
  return zipOf(ReadableStream.from(filesOf(parts, at)));
}

function* filesOf(parts: readonly PartContent[], at: Date): Generator<ZipSource> {
  const taken = new Set<string>();
  for (const { part, bytes } of parts) {
    const path = freeName(safeFileName(attachmentFileName(part)), taken);
    taken.add(path.toLowerCase());
    yield { path, bytes, at };
  }
}
