export interface TextPiece {
  readonly text: string;
  /** Where it leads to; null for plain words. */
  readonly href: string | null;
}

const linkPattern = /https?:\/\/[^\s<>"']+/gi;

/** A closing bracket or a full stop after a link belongs to the sentence, not to the link. */
function withoutTrailingPunctuation(link: string): string {
  const trimmed = link.replace(/[.,;:!?…]+$/, '');
  return trimmed.endsWith(')') && !trimmed.includes('(') ? trimmed.slice(0, -1) : trimmed;
}

/** Plain text with its web addresses told apart; nothing is lost. */
export function textLinks(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(linkPattern)) {
    const link = withoutTrailingPunctuation(match[0]);
    if (!URL.canParse(link)) {
      continue;
    }
    if (match.index > at) {
      pieces.push({ text: text.slice(at, match.index), href: null });
    }
    pieces.push({ text: link, href: link });
    at = match.index + link.length;
  }
  if (at < text.length) {
    pieces.push({ text: text.slice(at), href: null });
  }
  return pieces;
}
