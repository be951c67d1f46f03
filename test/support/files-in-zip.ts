import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readZip } from '../../electron/exchange/read-zip.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The files of a zip archive, their paths and bytes, in its own order. */
export async function filesInZip(zip: Buffer): Promise<[string, Buffer][]> {
  const archive = join(await temporaryFolder(), 'x.zip');
  await writeFile(archive, zip);
  return readZip({ file: archive, name: 'x.zip' }, (entries) =>
    Promise.all(
      entries.map(async (entry): Promise<[string, Buffer]> => {
        const pieces = [];
        for await (const piece of await entry.bytes()) {
          pieces.push(piece);
        }
        return [entry.path, Buffer.concat(pieces)];
      }),
    ),
  );
}
