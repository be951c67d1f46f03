/** Where the frame finds the HTML; `remote` lets what the message asks of other hosts load. */
export function previewAddress(previewUrl: string, remote: boolean): string {
  const url = new URL(previewUrl);
  if (remote) {
    url.searchParams.set('remote', '1');
  }
  return url.href;
}
