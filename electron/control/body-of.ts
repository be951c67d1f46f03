import { RestanteError } from '#shared/errors.ts';

/** The bytes of a body as they come, until `signal` is aborted. @throws RestanteError `request.broken-off` */
export async function* bodyOf(request: Request, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (reader === undefined) {
    return;
  }
  const stop = (): void => void reader.cancel().catch(() => undefined);
  // Whoever has stopped sending must not hold the cancelling up.
  signal?.addEventListener('abort', stop);
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      signal?.throwIfAborted();
      yield next.value;
    }
    // What was cut off here must not be taken for whole.
    signal?.throwIfAborted();
  } catch (cause) {
    signal?.throwIfAborted();
    throw new RestanteError('request.broken-off', {}, { cause });
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}
