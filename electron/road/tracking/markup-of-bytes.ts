import { TextDecoder } from 'node:util';
import { withEdits, type TrackingEdit } from './tracked-html.ts';

/** HTML in bytes of some charset as a tokenizer can walk through it, and back: bytes that no edit names stay as they are. */
export interface BytesMarkup {
  /** Markup is read true; text may stand in it byte for byte. */
  readonly html: string;
  /** What a piece of `html` says. */
  readonly readable: (piece: string) => string;
  /** The bytes with these edits. */
  readonly edited: (edits: readonly TrackingEdit[]) => Buffer;
}

/** Stands for bytes that are no ASCII, though they look like it. */
const masked = '\uFFFF';
/** Characters of two bytes, and half-width katakana, up to the next escape sequence (RFC 1468). */
// oxlint-disable-next-line no-control-regex -- ESC begins them
const shifted = /\x1b(?:\$[@B]|\$\(D|\(I)[^\x1b]*/g;

/** Null for a charset that is not known, and for bytes that cannot be in it. */
export function markupOfBytes(bytes: Buffer, charset: string): BytesMarkup | null {
  const decoder = decoderOf(charset || 'utf-8');
  if (decoder === undefined) {
    return null;
  }
  switch (decoder.encoding) {
    case 'utf-16le':
      return bytes.length % 2 === 0 ? ofUtf16(bytes, (each) => each) : null;
    case 'utf-16be':
      return bytes.length % 2 === 0 ? ofUtf16(bytes, (each) => Buffer.from(each).swap16()) : null;
    case 'iso-2022-jp': {
      const whole = bytes.toString('latin1');
      return {
        html: whole.replace(shifted, (run) => masked.repeat(run.length)),
        readable: (piece) => piece,
        edited: (edits) => Buffer.from(withEdits(whole, edits), 'latin1'),
      };
    }
    default: {
      // In all others the bytes of `<`, `>`, quotes, `&`, `=` and white space never are part of another character.
      const html = bytes.toString('latin1');
      return {
        html,
        readable: (piece) => decoder.decode(Buffer.from(piece, 'latin1')),
        edited: (edits) => Buffer.from(withEdits(html, edits), 'latin1'),
      };
    }
  }
}

function ofUtf16(bytes: Buffer, turned: (bytes: Buffer) => Buffer): BytesMarkup {
  const html = turned(bytes).toString('utf16le');
  return {
    html,
    readable: (piece) => piece,
    edited: (edits) => turned(Buffer.from(withEdits(html, edits), 'utf16le')),
  };
}

function decoderOf(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset.trim());
  } catch {
    // A RangeError: there is no such charset.
    return undefined;
  }
}
