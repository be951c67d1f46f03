import { RestanteError } from '#shared/errors.ts';

/**
 * A request's body, at most `limit` bytes.
 * @throws RestanteError `request.too-large`, `request.broken-off`.
 */
export async function readBytes(request: Request, limit: number): Promise<Buffer> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > limit) {
    throw new RestanteError('request.too-large', { limit });
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const body: AsyncIterable<Uint8Array> | [] = request.body ?? [];
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      if (bytes > limit) {
        throw new RestanteError('request.too-large', { limit });
      }
      chunks.push(chunk);
    }
  } catch (error) {
    // Whoever has gone is no failure of ours.
    throw error instanceof RestanteError
      ? error
      : new RestanteError('request.broken-off', {}, { cause: error });
  }
  return Buffer.concat(chunks, bytes);
}
