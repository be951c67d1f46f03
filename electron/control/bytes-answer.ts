/** An answer of exactly these bytes. */
export function bytesAnswer(bytes: Uint8Array, headers: Readonly<Record<string, string>>): Response {
  // What the archive gives never lies in shared memory, which is all that the wider type allows for.
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { ...headers, 'Content-Length': String(bytes.byteLength) },
  });
}
