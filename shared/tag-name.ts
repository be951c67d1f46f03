// Free of zod: the store's worker threads load it.

/** Characters of a tag. */
export const longestTag = 60;
/** Tags of one message; what goes beyond is left out. */
export const mostTags = 50;

/** A tag with its blanks put in order; null for what can be none: empty, too long, with commas, quotation marks or control characters. */
export function tagNameOf(text: string): string | null {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return name !== '' && name.length <= longestTag && !/[,"“”„«»\p{C}]/u.test(name) ? name : null;
}
