/** A header block larger than this is read only so far (bytes). */
const mostHeaderBytes = 64 * 1024;

/** Where the header block ends: at the first empty line, or at the end of the message. */
export function headerEnd(raw: Uint8Array): number {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  for (let line = 0; line < bytes.length;) {
    const lineEnd = bytes.indexOf(0x0a, line);
    if (lineEnd === -1) {
      return bytes.length;
    }
    if (lineEnd === line || (lineEnd === line + 1 && bytes[line] === 0x0d)) {
      return lineEnd + 1;
    }
    line = lineEnd + 1;
  }
  return bytes.length;
}

/**
 * The header block in UTF-8. Raw 8-bit headers (RFC 6532 wants UTF-8) that are no UTF-8 are taken for windows-1252,
 * which is what they nearly always are; otherwise undefined: nothing needs to change.
 */
export function repairedHeaders(block: Uint8Array): Uint8Array | undefined {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(block);
    return undefined;
  } catch (error) {
    if (error instanceof TypeError) {
      return Buffer.from(new TextDecoder('windows-1252').decode(block), 'utf8');
    }
    throw error;
  }
}

/** The beginning of the header block, cut at a line's end, followed by an empty line: a message without a body. */
export function headersAlone(raw: Uint8Array): Uint8Array {
  const block = Buffer.from(raw.subarray(0, headerEnd(raw)));
  const cut = block.length > mostHeaderBytes ? block.lastIndexOf(0x0a, mostHeaderBytes) + 1 : block.length;
  return Buffer.concat([block.subarray(0, cut > 0 ? cut : mostHeaderBytes), Buffer.from('\r\n\r\n')]);
}
