/** Has the browser save what an address answers with, under the name that the answer gives. */
export function startDownload(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  link.click();
}
