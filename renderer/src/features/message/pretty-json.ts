/** JSON with two spaces of indent; null when the text is no JSON, and is best shown as it came. */
export function prettyJson(text: string): string | null {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch (cause) {
    if (cause instanceof SyntaxError) {
      return null;
    }
    throw cause;
  }
}

export interface JsonPiece {
  readonly kind: 'key' | 'string' | 'literal' | 'plain';
  readonly text: string;
}

const jsonPattern = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\b\d[\d.eE+-]*/g;

/** The coloured stretches of a pretty JSON text, in order and without gaps. */
export function jsonPieces(json: string): readonly JsonPiece[] {
  const pieces: JsonPiece[] = [];
  let at = 0;
  for (const match of json.matchAll(jsonPattern)) {
    const [whole, string, colon] = match;
    if (match.index > at) {
      pieces.push({ kind: 'plain', text: json.slice(at, match.index) });
    }
    if (string === undefined) {
      pieces.push({ kind: 'literal', text: whole });
    } else {
      pieces.push({ kind: colon === undefined ? 'string' : 'key', text: string });
      if (colon !== undefined) {
        pieces.push({ kind: 'plain', text: colon });
      }
    }
    at = match.index + whole.length;
  }
  if (at < json.length) {
    pieces.push({ kind: 'plain', text: json.slice(at) });
  }
  return pieces;
}
