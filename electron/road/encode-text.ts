import * as base64 from 'nodemailer/lib/base64';
import { isPlainText } from './plain-text.ts';
import { quotedPrintable } from './quoted-printable.ts';

/** A text as it stands in a message. */
export interface EncodedText {
  readonly transferEncoding: '7bit' | 'quoted-printable' | 'base64';
  /** ASCII. */
  readonly encoded: string;
}

/** Longer lines are a reason to encode a text (characters), and so is a text of which nodemailer does not look at the lines. */
const longLine = /^.{77}/m;
const longText = 128 * 1024;

/** Encodes a text, whose line ends are CRLF, as nodemailer does: not at all if it can stay, else by what it mostly is. */
export function encodeText(text: string): EncodedText {
  const isPlain = isPlainText(text);
  if (isPlain && text.length <= longText && !longLine.test(text)) {
    return { transferEncoding: '7bit', encoded: text };
  }
  return isLatin(text, isPlain)
    ? { transferEncoding: 'quoted-printable', encoded: quotedPrintable(text, isPlain) }
    : { transferEncoding: 'base64', encoded: base64.wrap(base64.encode(text)) };
}

/** Whether a text has more letters A to Z than characters that would have to be encoded. */
function isLatin(text: string, isPlain: boolean): boolean {
  if (isPlain) {
    return /[A-Za-z]/.test(text);
  }
  const letters = text.replace(/[^A-Za-z]+/g, '').length;
  return text.replace(/[\t\n\r -\u007f]+/g, '').length < letters;
}
