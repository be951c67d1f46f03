import type { PartContent } from '../road/archive.ts';
import { safeFileName } from './safe-file-name.ts';
import { type ZipSource, zipOf } from './write-zip.ts';

/** Parts of a message as a zip archive under their own names, made safe; of the same name each gets a number. */
export function zipOfParts(parts: readonly PartContent[], at: Date): ReadableStream<Uint8Array> {
  return zipOf(ReadableStream.from(filesOf(parts, at)));
}

function* filesOf(parts: readonly PartContent[], at: Date): Generator<ZipSource> {
  const taken = new Set<string>();
  for (const { part, bytes } of parts) {
    const path = freeName(safeFileName(part.filename ?? `part-${part.n}`), taken);
    // File systems that fold case would write one over the other.
    taken.add(path.toLowerCase());
    yield { path, bytes, at };
  }
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const [, stem = name, extension = ''] = /^(.+?)(\.[^.]+)?$/u.exec(name) ?? [];
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) {
    free = `${stem} (${n})${extension}`;
  }
  return free;
}
