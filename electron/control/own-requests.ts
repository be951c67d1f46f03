import { RestanteError } from '#shared/errors.ts';

export interface OwnRequestsRule {
  /** Whether a Host header's value (lower case) names us: everything else is DNS rebinding. */
  readonly isOwnHost: (host: string) => boolean;
  /** Further origins that may ask, e.g. of a development server. */
  readonly allowedOrigins: readonly string[];
}

/** The host that a request was sent to. Over a private scheme there is no Host header, and the URL names it. */
export function hostOf(request: Request): string {
  return (request.headers.get('host') ?? new URL(request.url).host).toLowerCase();
}

/**
 * Lets pass what our own page and programs on this machine ask, and nothing that a page of another site makes the
 * browser ask: not by DNS rebinding, not by fetch, form or EventSource, and not by an embedded image.
 * @throws RestanteError `request.host-refused`, `request.origin-refused`.
 */
export function refuseForeignRequest(request: Request, rule: OwnRequestsRule): void {
  const host = hostOf(request);
  if (!rule.isOwnHost(host)) {
    throw new RestanteError('request.host-refused', { host });
  }
  const url = new URL(request.url);
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== `${url.protocol}//${host}` && !rule.allowedOrigins.includes(origin)) {
    throw new RestanteError('request.origin-refused', { origin });
  }
  if (origin === null && isAskedByAnotherSite(request, url)) {
    throw new RestanteError('request.origin-refused', { origin: 'another site' });
  }
}

/** Sec-Fetch-Site is the browser's own word. A link from elsewhere may open the page, but no route of the API. */
function isAskedByAnotherSite(request: Request, url: URL): boolean {
  const site = request.headers.get('sec-fetch-site') ?? 'none';
  const opensPage =
    request.headers.get('sec-fetch-mode') === 'navigate' &&
    request.headers.get('sec-fetch-dest') === 'document' &&
    request.method === 'GET' &&
    !isApiPath(url.pathname);
  return site !== 'same-origin' && site !== 'none' && !opensPage;
}

export function isApiPath(pathname: string): boolean {
  return pathname === '/api' || pathname.startsWith('/api/');
}
