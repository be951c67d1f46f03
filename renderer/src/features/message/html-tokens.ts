/** What a stretch of HTML source is, for a calm colouring. */
export type HtmlTokenKind = 'text' | 'tag' | 'attribute' | 'value' | 'comment';

const kinds: readonly HtmlTokenKind[] = ['text', 'tag', 'attribute', 'value', 'comment'];

/** The coloured stretches of a source in order, packed, because a large one has half a million. */
export interface HtmlTokens {
  /** Positions in `kinds`. */
  readonly kinds: Uint8Array<ArrayBuffer>;
  /** Where each begins and ends: two for every token. */
  readonly bounds: Int32Array<ArrayBuffer>;
}

export const noTokens: HtmlTokens = { kinds: new Uint8Array(), bounds: new Int32Array() };

/** Comments and declarations, tags, or text up to the next of either. An unclosed one reaches to the end. */
const piecePattern =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<\/?[a-z](?:[^>"']|"[^"]*(?:"|$)|'[^']*(?:'|$))*(?:>|$)/gi;
const insideTagPattern = /^<\/?[^\s>/]+|\/?>$|([^\s=>"'/]+)|"[^"]*"?|'[^']*'?/g;

/** Tokens while they are found. */
class TokenList {
  readonly #kinds: number[] = [];
  readonly #bounds: number[] = [];

  add(kind: HtmlTokenKind, start: number, end: number): void {
    this.#kinds.push(kinds.indexOf(kind));
    this.#bounds.push(start, end);
  }

  /** Where the last one ends. */
  get end(): number | undefined {
    return this.#bounds.at(-1);
  }

  packed(): HtmlTokens {
    return { kinds: Uint8Array.from(this.#kinds), bounds: Int32Array.from(this.#bounds) };
  }
}

function addTagTokens(source: string, start: number, end: number, tokens: TokenList): void {
  for (const match of source.slice(start, end).matchAll(insideTagPattern)) {
    const from = start + match.index;
    const word = match[0];
    const first = word.charAt(0);
    const quoted = first === '"' || first === "'";
    const afterEquals = source.slice(tokens.end ?? start, from).includes('=');
    const kind = match[1] === undefined ? (quoted ? 'value' : 'tag') : afterEquals ? 'value' : 'attribute';
    tokens.add(kind, from, from + word.length);
  }
}

/** The coloured stretches of HTML source; what lies between them is text. Linear in the length. */
export function htmlTokens(source: string): HtmlTokens {
  const tokens = new TokenList();
  for (const match of source.matchAll(piecePattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[0].startsWith('<!') || match[0].startsWith('<?')) {
      tokens.add('comment', start, end);
    } else {
      addTagTokens(source, start, end, tokens);
    }
  }
  return tokens.packed();
}

/** A stretch of a row; `kind` text is what no token covers. */
export interface TokenPiece {
  readonly kind: HtmlTokenKind;
  readonly text: string;
}

/** The first token that ends after `start`, by bisection. */
function firstTokenFrom({ bounds }: HtmlTokens, start: number): number {
  let low = 0;
  let high = bounds.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle * 2 + 1] ?? 0) <= start) {
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
  tokens: HtmlTokens,
  start: number,
  end: number,
): readonly TokenPiece[] {
  const pieces: TokenPiece[] = [];
  let at = start;
  for (let index = firstTokenFrom(tokens, start); index < tokens.kinds.length; index += 1) {
    const tokenStart = tokens.bounds[index * 2] ?? 0;
    if (tokenStart >= end) {
      break;
    }
    if (tokenStart > at) {
      pieces.push({ kind: 'text', text: source.slice(at, tokenStart) });
    }
    const from = Math.max(at, tokenStart);
    at = Math.min(end, tokens.bounds[index * 2 + 1] ?? end);
    pieces.push({ kind: kinds[tokens.kinds[index] ?? 0] ?? 'text', text: source.slice(from, at) });
  }
  if (at < end) {
    pieces.push({ kind: 'text', text: source.slice(at, end) });
  }
  return pieces;
}
