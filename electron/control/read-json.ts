import { RestanteError } from '#shared/errors.ts';

/** Bytes of a request body: a hundred thousand message ids fit. */
export const maxBodyBytes = 5 * 1024 * 1024;

/**
 * The JSON of a request's body. Only `application/json` is read: no form of another site can send that without
 * asking first (CORS), and we never say yes.
 */
export async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new RestanteError('request.not-json');
  }
  const text = await readText(request).catch((error: unknown) => {
    // Whoever has gone is no failure of ours.
    throw error instanceof RestanteError
      ? error
      : new RestanteError('request.broken-off', {}, { cause: error });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RestanteError('request.invalid', { reason: 'The body is not valid JSON.' }, { cause });
  }
}

async function readText(request: Request): Promise<string> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > maxBodyBytes) {
    throw new RestanteError('request.too-large', { limit: maxBodyBytes });
  }
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const chunks: AsyncIterable<Uint8Array> | [] = request.body ?? [];
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > maxBodyBytes) {
      throw new RestanteError('request.too-large', { limit: maxBodyBytes });
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
