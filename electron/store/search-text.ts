import { RestanteError } from '#shared/errors.ts';

/** Scripts written without blanks between words: every character is a token of its own, a word is a phrase of them. */
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/gu;
const nonAscii = /[^\p{ASCII}]/u;
const privateUse = /[\uE000-\uF8FF\0]/g;
const tokenCharacter = /[\p{L}\p{N}]/u;
const mostWords = 32;

/** Text as the full-text index and its queries see it: compatibility forms folded, unspaced scripts spaced out. */
export function searchable(text: string): string {
  if (!nonAscii.test(text)) {
    return text.includes('\0') ? text.replaceAll('\0', ' ') : text;
  }
  return text.normalize('NFKC').replace(privateUse, ' ').replace(unspaced, ' $& ');
}

/** The token that stands for an agent in the index. Private-use characters keep it apart from everything that a person types. */
export function agentToken(agentNumber: number): string {
  return `\uE000${agentNumber}`;
}

/**
 * The FTS5 expression for what a person typed: plain words that must all occur, “quoted phrases”, the last word as a prefix.
 * Null when nothing in it can be found (only signs). Everything is quoted: no input makes FTS5 throw.
 * @throws RestanteError `search.invalid` for more than 32 words.
 */
export function matchExpression(typed: string, agentNumber: number | undefined): string | null {
  const terms = termsOf(typed);
  if (terms.length === 0) {
    return null;
  }
  if (terms.length > mostWords) {
    throw new RestanteError(
      'search.invalid',
      { reason: `A search has at most ${mostWords} words.` },
      { field: 'q' },
    );
  }
  const clauses = terms.map((term, position) => {
    const phrase = `"${term.text}"`;
    return !term.quoted && position === terms.length - 1 && /[\p{L}\p{N}]{2}$/u.test(term.text)
      ? `${phrase} *`
      : phrase;
  });
  return agentNumber === undefined
    ? clauses.join(' AND ')
    : `"${agentToken(agentNumber)}" AND ${clauses.join(' AND ')}`;
}

interface Term {
  readonly text: string;
  readonly quoted: boolean;
}

/** A quotation mark that is never closed runs to the end. */
function termsOf(typed: string): Term[] {
  const terms: Term[] = [];
  for (const match of typed.replace(/[“”„«»]/g, '"').matchAll(/"([^"]*)"?|[^\s"]+/g)) {
    const quoted = match[1] !== undefined;
    const text = searchable(match[1] ?? match[0])
      .replaceAll('"', ' ')
      .trim();
    if (tokenCharacter.test(text)) {
      terms.push({ text, quoted });
    }
  }
  return terms;
}
