/**
 * Reads multipart/form-data (RFC 7578); undefined when the bytes are no such form. The door has bounded the body's
 * size already, so it is read as a whole.
 */
export async function formDataOf(body: Buffer, contentType: string): Promise<FormData | undefined> {
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- deprecated because it buffers the body, and this one is a buffer
    return await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData();
  } catch {
    // The parser's reasons are many, and all of them mean that the bytes are no such form.
    return undefined;
  }
}
