/** What a stretch of HTML source is, for a calm colouring. */
export type HtmlTokenKind = 'text' | 'tag' | 'attribute' | 'value' | 'comment';

export interface HtmlToken {
  readonly kind: HtmlTokenKind;
  readonly start: number;
  readonly end: number;
}

/** Comments and declarations, tags, or text up to the next of either. An unclosed one reaches to the end. */
const piecePattern =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<\/?[a-z](?:[^>"']|"[^"]*(?:"|$)|'[^']*(?:'|$))*(?:>|$)/gi;
const insideTagPattern = /^<\/?[^\s>/]+|\/?>$|([^\s=>"'/]+)|"[^"]*"?|'[^']*'?/g;

function tagTokens(source: string, start: number, end: number, tokens: HtmlToken[]): void {
  for (const match of source.slice(start, end).matchAll(insideTagPattern)) {
    const from = start + match.index;
    const word = match[0];
    const first = word.charAt(0);
    const quoted = first === '"' || first === "'";
    const afterEquals = source.slice(tokens.at(-1)?.end ?? start, from).includes('=');
    const kind = match[1] === undefined ? (quoted ? 'value' : 'tag') : afterEquals ? 'value' : 'attribute';
    tokens.push({ kind, start: from, end: from + word.length });
  }
}

/** The coloured stretches of HTML source in order; what lies between them is text. Linear in the length. */
export function htmlTokens(source: string): readonly HtmlToken[] {
  const tokens: HtmlToken[] = [];
  for (const match of source.matchAll(piecePattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[0].startsWith('<!') || match[0].startsWith('<?')) {
      tokens.push({ kind: 'comment', start, end });
    } else {
      tagTokens(source, start, end, tokens);
    }
  }
  return tokens;
}

/** A stretch of a row; `kind` text is what no token covers. */
export interface TokenPiece {
  readonly kind: HtmlTokenKind;
  readonly text: string;
}

/** Position of the first token that ends after `start`, by bisection. */
function firstTokenFrom(tokens: readonly HtmlToken[], start: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle];
    if (token !== undefined && token.end <= start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** The pieces of `source` between two positions, cut where the tokens begin and end. */
export function tokenPieces(
  source: string,
  tokens: readonly HtmlToken[],
  start: number,
  end: number,
): readonly TokenPiece[] {
  const pieces: TokenPiece[] = [];
  let at = start;
  for (let index = firstTokenFrom(tokens, start); index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.start >= end) {
      break;
    }
    if (token.start > at) {
      pieces.push({ kind: 'text', text: source.slice(at, token.start) });
    }
    const from = Math.max(at, token.start);
    at = Math.min(end, token.end);
    pieces.push({ kind: token.kind, text: source.slice(from, at) });
  }
  if (at < end) {
    pieces.push({ kind: 'text', text: source.slice(at, end) });
  }
  return pieces;
}
