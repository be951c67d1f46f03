/** Bytes as a `data:` address: the server gives parts of mail away as downloads only. */
export function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    });
    reader.addEventListener('error', () =>
      reject(new Error('The image could not be read', { cause: reader.error })),
    );
    reader.readAsDataURL(blob);
  });
}
