import { ApiError } from '../../api/client.ts';
import { boundedBytes } from './bounded-bytes.ts';
import type { BoundedBytes } from './bounded-bytes.ts';

interface FetchBytesOptions {
  readonly signal: AbortSignal;
  /** Bytes; left out, all of them. */
  readonly limit?: number;
}

/**
 * Reads an answer of the control API that is no JSON.
 * @throws ApiError when the answer is an error.
 */
export async function fetchBytes(
  url: string,
  { signal, limit = Infinity }: FetchBytesOptions,
): Promise<BoundedBytes> {
  const response = await fetch(url, { signal });
  if (!response.ok) {
    throw new ApiError(response.status, 'http', `Restante answered ${response.status}.`);
  }
  return boundedBytes(response, limit);
}
