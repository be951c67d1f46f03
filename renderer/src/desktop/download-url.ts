/** A media type that cannot be taken for anything else: what a mail says of its parts may hold colons. */
const mediaType = /^[\w.+-]+\/[\w.+-]+$/;

/**
 * What Chromium saves where a drag is dropped: `<media type>:<file name>:<address>`, which it reads up to the first and the
 * second colon. The name is safe to save under and so has none.
 */
export function downloadUrl({
  name,
  type,
  url,
}: {
  readonly name: string;
  readonly type: string;
  readonly url: string;
}): string {
  return `${mediaType.test(type) ? type : 'application/octet-stream'}:${name}:${url}`;
}
