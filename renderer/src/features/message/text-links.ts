import { LinkifyIt } from 'linkify-it';

export interface TextPiece {
  readonly text: string;
  /** Where it leads to; null for plain words. */
  readonly href: string | null;
}

const linkify = new LinkifyIt({ fuzzyLink: true });

/** Looked through at once; more is plain words. Characters. */
const longestLine = 10_000;

/**
 * A line of plain text with its web and mail addresses told apart; nothing is lost. Of addresses without a scheme those
 * of mail and those that begin with `www.`: `report.py` is no host.
 */
export function textLinks(line: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { index, lastIndex, url, schema } of findLinks(line)) {
    const text = line.slice(index, lastIndex);
    if (!/^(?:https?|mailto):/i.test(url) || (schema === '' && !/^www\./i.test(text)) || !URL.canParse(url)) {
      continue;
    }
    if (index > at) {
      pieces.push({ text: line.slice(at, index), href: null });
    }
    pieces.push({ text, href: url });
    at = lastIndex;
  }
  if (at < line.length) {
    pieces.push({ text: line.slice(at), href: null });
  }
  return pieces;
}

function findLinks(line: string): NonNullable<ReturnType<typeof linkify.match>> {
  // Most lines have none, and that is cheap to see.
  return line.length <= longestLine && /[@:]|www\./i.test(line) ? (linkify.match(line) ?? []) : [];
}
