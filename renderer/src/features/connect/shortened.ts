/** A text with a long secret in it, plain or encoded for a URL, shown by its first and last four characters. */
export function shortened(text: string, secret: string): string {
  if (secret.length < 24) {
    return text;
  }
  const short = `${secret.slice(0, 4)}…${secret.slice(-4)}`;
  return text.replaceAll(secret, short).replaceAll(encodeURIComponent(secret), encodeURIComponent(short));
}
