import { readAnyMime } from './any-mime.ts';
import type { ReadMime } from './mime.ts';
import { readPlainMime } from './plain-mime.ts';

/**
 * Reads a raw message. Never rejects: what hostile structure leaves unread is told in `problem`.
 * `want`: the part whose bytes are needed.
 */
export async function readMime(raw: Uint8Array, want?: number): Promise<ReadMime> {
  return readPlainMime(raw, want) ?? readAnyMime(raw, want);
}
