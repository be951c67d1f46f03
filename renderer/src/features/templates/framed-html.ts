/** No script, form, frame or host: what a template may show of itself. The frame's sandbox says so once more. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

/** What a browser would follow or look up although the policy lets nothing load. */
const hints = 'link, base, meta[http-equiv], iframe, frame, frameset, object, embed, portal';

/**
 * A document for a sandboxed frame, under a policy of its own. The safety is the sandbox's and the policy's; taking
 * elements out only keeps the browser from opening connections ahead of both.
 */
export function framedHtml(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const element of parsed.querySelectorAll(hints)) {
    element.remove();
  }
  for (const link of parsed.querySelectorAll('a, area')) {
    // The sandbox opens no windows: a click does nothing, rather than put an error in the preview's place.
    link.setAttribute('target', '_blank');
  }
  const meta = parsed.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = policy;
  parsed.head.prepend(meta);
  return `<!doctype html>${parsed.documentElement.outerHTML}`;
}
