export interface BoundedBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether there is more than was read. */
  readonly cut: boolean;
}

/** Reads at most `limit` bytes of an answer and gives the rest back to the network. */
export async function boundedBytes(response: Response, limit: number): Promise<BoundedBytes> {
  if (response.body === null) {
    return { bytes: new Uint8Array(), cut: false };
  }
  const reader = response.body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  while (length <= limit) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    chunks.push(value);
    length += value.length;
  }
  const cut = length > limit;
  if (cut) {
    await reader.cancel();
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { bytes: bytes.subarray(0, limit), cut };
}
