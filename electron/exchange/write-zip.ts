import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZipSource {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly at?: Date;
}

/** The earliest time that a zip archive can say. */
const earliest = Date.UTC(1980, 0, 2);

/** A zip archive as a stream; the next file is asked for when the one before it is written. */
export function zipOf(sources: AsyncIterable<ZipSource>): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  const output = Readable.from(zip.outputStream);
  // A reader that goes away ends the work as well.
  const gone = new Promise<void>((resolve) => output.once('close', resolve));
  zip.on('error', (error: Error) => output.destroy(error));
  void fill().catch((error: unknown) =>
    output.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return Readable.toWeb(output) as ReadableStream<Uint8Array>;

  async function fill(): Promise<void> {
    for await (const { path, bytes, at } of sources) {
      const content = Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)]);
      const written = new Promise<void>((resolve) => content.once('close', resolve));
      zip.addReadStreamLazy(
        path,
        { mtime: new Date(Math.max(at?.getTime() ?? Date.now(), earliest)) },
        (give) => give(null, content),
      );
      await Promise.race([written, gone]);
      if (output.destroyed) {
        return;
      }
    }
    zip.end();
  }
}
