/** A string literal in single quotes, which JavaScript, Python, PHP and Ruby read alike. */
export function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}

/** One word for a POSIX shell, whatever it holds. */
export function shellQuoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A double-quoted value of a `.env` file, where `$` would begin a variable. */
export function dotenvQuoted(text: string): string {
  return `"${text.replaceAll(/[\\"$]/g, '\\$&')}"`;
}

/** A value of a Java .properties file, which is Latin-1 unless escaped. */
export function propertiesValue(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A value in double quotes for PowerShell, where the backtick escapes. */
export function powershellQuoted(text: string): string {
  return `"${text.replaceAll(/[`"$]/g, '`$&')}"`;
}
