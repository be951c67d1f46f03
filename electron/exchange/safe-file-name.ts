/** Characters that lie about a name (bidirectional overrides), break a header (controls) or name a folder. */
const unsafeCharacters = /[\p{Cc}\p{Cf}\u2028\u2029/\\:*?"<>|]/gu;

/** Characters of a file name before it is cut; most file systems take 255 bytes. */
const maxNameLength = 80;

/** A name from a hostile mail as one that is safe to save under. */
export function safeFileName(name: string): string {
  const safe = name
    .toWellFormed()
    .replace(unsafeCharacters, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (safe === '') {
    return 'attachment';
  }
  const characters = Array.from(safe);
  if (characters.length <= maxNameLength) {
    return safe;
  }
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(safe)?.[0] ?? '';
  return characters.slice(0, maxNameLength - extension.length).join('') + extension;
}
