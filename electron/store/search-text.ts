/** Scripts written without blanks between words: every character is a token of its own, a word is a phrase of them. */
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/gu;
const nonAscii = /[^\p{ASCII}]/u;
const privateUse = /[\uE000-\uF8FF\0]/g;
/** Stands between two addresses of a field, so that no phrase runs from one into the next. */
const between = '\n\uE001\n';

/** Text as the full-text index and its queries see it: compatibility forms folded, unspaced scripts spaced out. */
export function searchable(text: string): string {
  if (!nonAscii.test(text)) {
    return text.includes('\0') ? text.replaceAll('\0', ' ') : text;
  }
  return text.normalize('NFKC').replace(privateUse, ' ').replace(unspaced, ' $& ');
}

/** Several texts as one field of the index. */
export function searchableList(texts: Iterable<string>): string {
  return [...texts].map(searchable).join(between);
}

/** The token that stands for an agent in the index. Private-use characters keep it apart from everything that a person types. */
export function agentToken(agentNumber: number): string {
  return `\uE000${agentNumber}`;
}

/** As tags and notes are compared: without regard to case, accents and compatibility forms. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
