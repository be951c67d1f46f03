import type { PartContent } from '../archive.ts';
import type { WantedParts } from './mime.ts';
import { readMessage } from './read-message.ts';
import { readMime } from './read-mime.ts';

/** The attachments and inline parts that are wanted, with their bytes, in their order. */
export async function readParts(raw: Uint8Array, want: WantedParts): Promise<PartContent[]> {
  const { parts } = await readMessage(raw);
  const { contents } = await readMime(raw, want);
  return parts.flatMap((part, n) => {
    const bytes = contents.get(n);
    return bytes === undefined ? [] : [{ part, bytes }];
  });
}
