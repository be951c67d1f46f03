/** On every answer. What an answer says itself (its own policy, its own caching) stays. */
const commonHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

export function setCommonHeaders(response: Response): void {
  for (const [name, value] of Object.entries(commonHeaders)) {
    if (!response.headers.has(name)) {
      response.headers.set(name, value);
    }
  }
}

/**
 * The page's own policy. Styles may be inline because Mantine sets them so; frames show mail and nothing else.
 * `mailView` is a CSP source: the origin or the scheme from which messages' HTML is served.
 */
export function pagePolicy(mailView: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: ${mailView}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `frame-src ${mailView}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
