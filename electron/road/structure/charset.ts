import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';

/** Whether text in this charset can be read. */
export function isKnownCharset(charset: string): boolean {
  return decoderFor(charset) !== null || iconv.encodingExists(charset);
}

/** The text of bytes in the charset given; without a known one UTF-8 if they are UTF-8, else windows-1252. */
export function textOfBytes(bytes: Buffer, charset: string | null): string {
  const decoder = charset === null ? null : decoderFor(charset);
  if (decoder !== null) {
    return decoder.decode(bytes);
  }
  if (charset !== null && iconv.encodingExists(charset)) {
    return iconv.decode(bytes, charset);
  }
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

function decoderFor(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset);
  } catch (error) {
    if (error instanceof RangeError) {
      return null;
    }
    throw error;
  }
}
