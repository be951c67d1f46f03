import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { randomUUID } from 'node:crypto';

/** A file that is needed for a while, beside the data it goes into. */
export interface Spooled extends AsyncDisposable {
  readonly file: string;
}

/** Keeps bytes in a file of the data folder, which only this account can read, until it is disposed of. */
export async function spool(dataFolder: string, bytes: AsyncIterable<Uint8Array>): Promise<Spooled> {
  const folder = join(dataFolder, 'spool');
  const file = join(folder, randomUUID());
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const remove = (): Promise<void> => rm(file, { force: true });
  try {
    await pipeline(Readable.from(bytes), createWriteStream(file, { mode: 0o600 }));
  } catch (error) {
    await remove();
    throw error;
  }
  return { file, [Symbol.asyncDispose]: remove };
}
