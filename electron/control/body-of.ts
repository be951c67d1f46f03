import { RestanteError } from '#shared/errors.ts';

/** The bytes of a body as they come, until `signal` is aborted. @throws RestanteError `request.broken-off` */
export async function* bodyOf(request: Request, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const body: AsyncIterable<Uint8Array> | [] = request.body ?? [];
  try {
    for await (const chunk of body) {
      // What is cut off here must not be taken for whole.
      signal?.throwIfAborted();
      yield chunk;
    }
  } catch (cause) {
    signal?.throwIfAborted();
    throw new RestanteError('request.broken-off', {}, { cause });
  }
}
