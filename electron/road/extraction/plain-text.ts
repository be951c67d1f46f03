import { plainLine } from './fold.ts';
import { mostLineLength, mostLines, mostLinks, mostSeen, mostUrl } from './seen-text.ts';
import type { SeenLine, SeenLink, SeenText } from './seen-text.ts';

const url = /https?:\/\/[^\s<>"'`\\^{|}]+/gi;
/** Signs that end the sentence around an address rather than the address. */
const trailing = /[.,;:!?)\]»”、。，）」]+$/;

/** A line this long was broken by the program that wrote it: its sentence goes on in the next. */
const wrapped = 60;

/** The lines and addresses of a plain text part, with broken lines put together again. */
export function seenInText(text: string): SeenText {
  const lines: SeenLine[] = [];
  const links: SeenLink[] = [];
  let isGoingOn = false;
  for (const raw of text.slice(0, mostSeen).split(/\r\n|\r|\n/, mostLines)) {
    const written = raw.slice(0, mostLineLength);
    const line = plainLine(written);
    const last = lines.at(-1);
    if (line === '') {
      isGoingOn = false;
      continue;
    }
    if (isGoingOn && last !== undefined && /^\S/.test(written) && last.text.length < mostLineLength) {
      lines[lines.length - 1] = { ...last, text: `${last.text} ${line}` };
    } else {
      lines.push({ text: line, emphases: [], row: null });
    }
    isGoingOn = line.length >= wrapped && line.length <= 2 * wrapped;
    for (const [found] of written.matchAll(url)) {
      const address = found.replace(trailing, '');
      if (links.length < mostLinks && address.length <= mostUrl) {
        links.push({ text: address, url: address, line: lines.length - 1 });
      }
    }
  }
  return { lines, links };
}
