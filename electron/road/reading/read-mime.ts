import { readAnyMime } from './any-mime.ts';
import type { ReadMime, WantedParts } from './mime.ts';
import { readPlainMime } from './plain-mime.ts';

/**
 * Reads a raw message. Never rejects: what hostile structure leaves unread is told in `problem`.
 */
export async function readMime(raw: Uint8Array, want?: WantedParts): Promise<ReadMime> {
  return readPlainMime(raw, want) ?? readAnyMime(raw, want);
}
