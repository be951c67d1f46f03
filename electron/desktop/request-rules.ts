import { allowsRemoteContent, isAppUrl, isMailUrl } from './origins.ts';

/** What can be loaded from the network into a message, once the person asked for it. */
const remoteResources: readonly string[] = ['image', 'stylesheet', 'font', 'media'];

export interface RequestFacts {
  readonly url: string;
  /** Electron's name of what the answer is for: image, script, subFrame ... */
  readonly resourceType: string;
  /**
   * The addresses of the frame that asks: what it shows, and what it was last to load, which asks for its first images
   * before the frame is said to show it. None when nobody's frame asks.
   */
  readonly frameUrls: readonly string[];
}

/**
 * The second wall behind the Content-Security-Policy: whether a request may leave at all. Our own two schemes may; the
 * network only for images, styles, fonts and media of a message whose remote content the person asked for.
 */
export function mayRequest(request: RequestFacts): boolean {
  const scheme = URL.parse(request.url)?.protocol ?? '';
  if (isAppUrl(request.url) || isMailUrl(request.url)) {
    return true;
  }
  if (['data:', 'blob:', 'devtools:', 'chrome-extension:'].includes(scheme)) {
    return true;
  }
  return (
    ['http:', 'https:'].includes(scheme) &&
    remoteResources.includes(request.resourceType) &&
    request.frameUrls.some(allowsRemoteContent)
  );
}
