/** Whether this is said to be a PDF; a type that says nothing is told by the file's name. */
export function isPdf(type: string, fileName: string | null): boolean {
  return (
    type === 'application/pdf' ||
    type === 'application/x-pdf' ||
    (type === 'application/octet-stream' && /\.pdf$/i.test(fileName ?? ''))
  );
}
