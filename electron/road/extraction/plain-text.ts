import { plainLine } from './fold.ts';
import { mostLineLength, mostLines, mostLinks, mostSeen, mostUrl } from './seen-text.ts';
import type { SeenLine, SeenLink, SeenText } from './seen-text.ts';

const url = /https?:\/\/[^\s<>"'`\\^{|}]+/gi;
/** Signs that end the sentence around an address rather than the address. */
const trailing = /[.,;:!?)\]»”、。，）」]+$/;

/** The lines and addresses of a plain text part. */
export function seenInText(text: string): SeenText {
  const lines: SeenLine[] = [];
  const links: SeenLink[] = [];
  for (const raw of text.slice(0, mostSeen).split(/\r\n|\r|\n/, mostLines)) {
    const written = raw.slice(0, mostLineLength);
    const line = plainLine(written);
    if (line !== '') {
      lines.push({ text: line, emphases: [], row: null });
      for (const [found] of written.matchAll(url)) {
        const address = found.replace(trailing, '');
        if (links.length < mostLinks && address.length <= mostUrl) {
          links.push({ text: address, url: address, line: lines.length - 1 });
        }
      }
    }
  }
  return { lines, links };
}
