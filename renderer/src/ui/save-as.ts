/** Has the browser save what is at an address, under the name that the answer gives, or this one. */
export function saveAs(url: string, name = ''): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
