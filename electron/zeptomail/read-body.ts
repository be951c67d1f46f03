import type { IncomingMessage } from 'node:http';

/** A request's body: whole, more than the limit (and then dropped), or broken off by the client. */
export type ReadBody =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'too-large'; readonly length: number }
  | { readonly kind: 'aborted'; readonly length: number };

/** So many bytes over the limit are still read and dropped, so that the client sees the answer instead of a reset. */
const patience = 64 * 1024 * 1024;

/** Collects a body of at most `limit` bytes. Never rejects; keeps nothing of a body that is too large or broken off. */
export function readBody(incoming: IncomingMessage, limit: number): Promise<ReadBody> {
  const announced = Number(incoming.headers['content-length'] ?? 0);
  if (announced > limit + patience) {
    return Promise.resolve({ kind: 'too-large', length: announced });
  }
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let length = 0;
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) {
        chunks.push(chunk);
        return;
      }
      chunks = [];
      if (length > limit + patience) {
        incoming.pause();
        resolve({ kind: 'too-large', length });
      }
    });
    incoming.once('end', () => {
      const first = chunks.length === 1 ? chunks[0] : undefined;
      resolve(
        length > limit
          ? { kind: 'too-large', length }
          : { kind: 'whole', bytes: first ?? Buffer.concat(chunks, length) },
      );
    });
    incoming.once('error', () => resolve({ kind: 'aborted', length }));
    incoming.once('close', () => resolve({ kind: 'aborted', length }));
  });
}
