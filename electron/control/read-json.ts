import { RestanteError } from '#shared/errors.ts';
import { readBytes } from './read-bytes.ts';

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
  const text = new TextDecoder().decode(await readBytes(request, maxBodyBytes));
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RestanteError('request.invalid', { reason: 'The body is not valid JSON.' }, { cause });
  }
}
