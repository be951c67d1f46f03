const types = /^image\/(?:png|jpe?g|pjpeg|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon|svg\+xml)$/;

/** Whether this is a kind of image that browsers show. */
export function isImage(type: string): boolean {
  return types.test(type);
}
