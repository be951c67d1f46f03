/** Bytes of mail as text: UTF-8 where they are valid UTF-8, else Windows-1252, which can read anything. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) {
      return new TextDecoder('windows-1252').decode(bytes);
    }
    throw cause;
  }
}

/** Cuts bytes back to the end of the last whole line, so that no character is torn; all of them when there is no line end. */
export function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(0x0a);
  return end === -1 ? bytes : bytes.subarray(0, end + 1);
}
