/** `Your order № 7` becomes `your-order-7.eml`. */
export function mailFileName(subject: string): string {
  const slug = subject
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${Array.from(slug).slice(0, 60).join('') || 'message'}.eml`;
}
