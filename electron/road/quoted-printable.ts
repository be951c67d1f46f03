/** Longest line, and how far from its end a line may be broken behind a blank or punctuation mark. */
const lineLength = 76;
const margin = 25;
const gaps = ' \t.,!?';

/** What cannot stand for itself (RFC 2045 section 6.7) in text of ASCII without control characters, and in any. */
const specialInPlain = /=|[ \t](?=\r\n|$)|\u007f/g;
const special = /[ \t](?=\r\n|$)|[^\t\n\r -<>-~]+/g;

/**
 * Quoted-printable (RFC 2045 section 6.7), character for character as nodemailer's `qp` writes it, by searches of the
 * engine over the whole text instead of steps over its characters. Line ends must be CRLF.
 * @param isPlain the text is known to be ASCII without control characters other than tabs and line ends
 */
export function quotedPrintable(text: string, isPlain: boolean): string {
  if (isPlain) {
    return wrap(hasSpecial(text) ? text.replace(specialInPlain, escaped) : text);
  }
  return wrap(text.replace(special, escaped));
}

/** Whether a plain text has any of `specialInPlain`: a third of what that pattern takes, and most texts have none. */
function hasSpecial(text: string): boolean {
  return (
    text.includes('=') ||
    text.includes('\u007f') ||
    /[ \t]\r\n/.test(text) ||
    text.endsWith(' ') ||
    text.endsWith('\t')
  );
}

function escaped(characters: string): string {
  return Buffer.from(characters).toString('hex').toUpperCase().replace(/../g, '=$&');
}

/** Breaks lines of more than 76 characters softly. */
function wrap(text: string): string {
  const { length } = text;
  if (length <= lineLength) {
    return text;
  }
  // Joined at once: a string that grows by pieces is dear to write out.
  const lines: string[] = [];
  let copied = 0;
  let from = 0;
  let lineEnd = -1;
  while (from < length) {
    if (lineEnd < from) {
      const next = text.indexOf('\n', from);
      lineEnd = next === -1 ? length : next;
    }
    const window = Math.min(from + lineLength, length);
    if (lineEnd < window) {
      from = lineEnd + 1;
      continue;
    }
    from = softEnd(text, from, window);
    if (from < length) {
      lines.push(text.slice(copied, from));
      copied = from;
    }
  }
  lines.push(text.slice(copied));
  return lines.join('=\r\n');
}

/** Where the line from `from` ends that has no line end up to `window`: behind a gap, else before what must stay whole. */
function softEnd(text: string, from: number, window: number): number {
  const gap = window - from > lineLength - margin ? lastGap(text, window) : -1;
  const end = gap === -1 ? beforeSplitCharacter(text, window) : gap + 1;
  if (end - from < lineLength || end === text.length) {
    return end;
  }
  // The line’s own `=` needs room.
  return end - (text[end - 3] === '=' ? 3 : 1);
}

function lastGap(text: string, window: number): number {
  for (let index = window - 1; index >= window - margin; index -= 1) {
    if (gaps.includes(text.charAt(index))) {
      return index;
    }
  }
  return -1;
}

/** Leaves an `=XX` whole, and the character of UTF-8 that the window ends with or in. */
function beforeSplitCharacter(text: string, window: number): number {
  if (window === text.length) {
    return window;
  }
  const cut = text[window - 1] === '=' ? 1 : text[window - 2] === '=' ? 2 : 0;
  let end = window - cut;
  while (text[end - 3] === '=') {
    const byte = Number.parseInt(text.slice(end - 2, end), 16);
    if (byte < 0x80) {
      break;
    }
    end -= 3;
    if (byte >= 0xc0) {
      break;
    }
  }
  return end;
}
