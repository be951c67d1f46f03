import { collapsed } from './html-facts.ts';

const length = 200;

/** The first words that a person would see: of the HTML, or of the text where there is no HTML to see. */
export function snippetOf(htmlText: string, text: string | null): string {
  const seen = htmlText === '' ? collapsed((text ?? '').slice(0, 5 * length)) : htmlText;
  return cut(seen, length);
}

/** The beginning of a text, never ending in half a surrogate pair. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
