import { crc32 } from 'node:zlib';
import { type Entry, openPromise } from 'yauzl';
import { RestanteError } from '#shared/errors.ts';

/** More than this, unpacked, is taken only of an archive that is large itself. */
const plainlyHarmless = 1024 ** 3;
/** Mail packs to a tenth or so; what unpacks to far more is made to fill a disk. */
const mostRatio = 100;
const mostEntries = 1_000_000;

/** A file inside an archive. */
export interface ZipFileEntry {
  readonly path: string;
  /** Bytes, unpacked; more than it says are not given out. */
  readonly size: number;
  readonly bytes: () => Promise<AsyncIterable<Uint8Array>>;
}

/**
 * Reads a zip archive, file by file in its own order. Names that lead out of the archive, and archives that unpack to far
 * more than they are, are refused before anything is unpacked.
 * @throws RestanteError `import.bad-archive`
 */
export async function readZip<T>(
  { file, name }: { readonly file: string; readonly name: string },
  read: (entries: readonly ZipFileEntry[]) => Promise<T>,
): Promise<T> {
  const zip = await openPromise(file, { autoClose: false, strictFileNames: true }).catch((cause: unknown) => {
    throw badArchive(name, cause);
  });
  try {
    const entries: Entry[] = [];
    let unpacked = 0;
    try {
      for await (const entry of zip.eachEntry()) {
        entries.push(entry);
        unpacked += entry.uncompressedSize;
        if (entries.length > mostEntries) {
          throw new Error(`It has more than ${mostEntries} entries.`);
        }
        if (unpacked > plainlyHarmless && unpacked > mostRatio * zip.fileSize) {
          throw new Error('It unpacks to far more than mail does.');
        }
      }
    } catch (cause) {
      throw badArchive(name, cause);
    }
    return await read(
      entries
        .filter((entry) => !entry.fileName.endsWith('/'))
        .map((entry) => ({
          path: entry.fileName,
          size: entry.uncompressedSize,
          bytes: async () => {
            try {
              return checked(await zip.openReadStreamPromise(entry), entry, name);
            } catch (cause) {
              throw badArchive(name, cause);
            }
          },
        })),
    );
  } finally {
    zip.close();
  }
}

/** What turns out to be damaged on the way is the archive's fault. */
async function* checked(
  stream: AsyncIterable<Uint8Array>,
  entry: Entry,
  name: string,
): AsyncGenerator<Uint8Array> {
  let sum = 0;
  try {
    for await (const piece of stream) {
      sum = crc32(piece, sum);
      yield piece;
    }
    if (sum !== entry.crc32) {
      throw new Error(`The checksum of ${entry.fileName} is wrong.`);
    }
  } catch (cause) {
    throw badArchive(name, cause);
  }
}

function badArchive(name: string, cause: unknown): RestanteError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new RestanteError('import.bad-archive', { name, reason }, { cause });
}
