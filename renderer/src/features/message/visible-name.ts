/** Characters that turn the direction of a text around: `\u202Efdp.exe` would be read as `exe.pdf`. */
const turns = /[\u202A-\u202E\u2066-\u2069]/g;

/** A file name with its hidden turns of direction written out, so that no name looks like another. */
export function visibleName(name: string): string {
  return name.replace(
    turns,
    (turn) => `[U+${turn.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}
