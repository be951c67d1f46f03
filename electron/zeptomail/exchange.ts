import { type KeptExchange, readableBody } from '../store/kept-session.ts';

type HeaderField = readonly [name: string, value: string];

/** A request as the door took it in. */
export interface ApiRequest {
  readonly method: string;
  /** As it came, query string included. */
  readonly target: string;
  readonly path: string;
  readonly headers: readonly HeaderField[];
  readonly host: string | undefined;
  readonly authorization: string | undefined;
  readonly peer: string;
  readonly tls: boolean;
  readonly receivedAt: Date;
  readonly body: Buffer;
  /** How many bytes of body came, also when they were too many to keep. */
  readonly bodyBytes: number;
}

/** Status and text of an answer, and header fields beyond the fixed set. */
export interface ApiResponse {
  readonly status: number;
  readonly body: string;
  readonly headers?: readonly HeaderField[];
}

/** The header fields of every answer, recorded from the live service (official Ruby client, fixtures/email/sendmail.yml). */
const liveHeaders: readonly HeaderField[] = [
  ['Server', 'ZGS'],
  ['Content-Type', 'application/json'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Cache-Control', 'private,no-cache,no-store,max-age=0,must-revalidate'],
  ['Pragma', 'no-cache'],
  ['Expires', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['X-Frame-Options', 'SAMEORIGIN'],
  ['Content-Language', 'en-US'],
  ['Strict-Transport-Security', 'max-age=63072000'],
];

/**
 * All header fields of an answer but those that Node's HTTP server adds. `https://localhost` goes without
 * Strict-Transport-Security: a browser would insist on HTTPS for everything on localhost from then on.
 */
export function responseHeaders(
  request: Pick<ApiRequest, 'tls' | 'host'>,
  response: ApiResponse,
): HeaderField[] {
  const isLocal = request.tls && /(?:^|\.)localhost\.?(?::\d+)?$/i.test(request.host ?? '');
  const own = response.headers ?? [];
  const isEmpty = response.status === 204;
  const fixed =
    own.length === 0 && !isLocal && !isEmpty
      ? liveHeaders
      : liveHeaders.filter(
          ([name]) =>
            !own.some(([ownName]) => ownName === name) &&
            !(isLocal && name === 'Strict-Transport-Security') &&
            !(isEmpty && name === 'Content-Type'),
        );
  // A 204 has no content whose length could be told (RFC 9110 section 8.6).
  return isEmpty ? [...fixed, ...own] : [...fixed, ...own, contentLength(response.body)];
}

function contentLength(body: string): HeaderField {
  return ['Content-Length', String(Buffer.byteLength(body))];
}

/** The Content-Type of a request; empty when it has none. */
export function contentTypeOf({ headers }: Pick<ApiRequest, 'headers'>): string {
  return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
}

/** Up to so many bytes a body is kept as it is. What is shown of it is found out when somebody reads it. */
const keptWhole = 64 * 1024;

/** The exchange as it is kept: the token blanked, and of a long body what will be shown, at most `mostBytes`. */
export function exchangeOf(request: ApiRequest, response: ApiResponse, mostBytes?: number): KeptExchange {
  return {
    kind: 'api',
    peer: request.peer,
    tls: request.tls,
    request: {
      method: request.method,
      path: request.target,
      headers: request.headers.map(([name, value]) => [name, isSecret(name) ? blanked(value) : value]),
      body: keptBody(request, mostBytes),
      bodyBytes: request.bodyBytes,
    },
    response: {
      status: response.status,
      headers: responseHeaders(request, response).map(([name, value]) => [name, value]),
      body: response.body,
    },
  };
}

function keptBody({ body, headers }: ApiRequest, mostBytes: number | undefined): Uint8Array {
  return body.length <= Math.min(keptWhole, mostBytes ?? keptWhole)
    ? body
    : Buffer.from(readableBody(body, headers, mostBytes));
}

function isSecret(headerName: string): boolean {
  return /^(?:proxy-)?authorization$|^cookie$/i.test(headerName);
}

/** Blanks a credential but for its scheme and its last four characters; a short one whole. */
export function blanked(credential: string): string {
  const scheme = /^(?:zoho-(?:enczapikey|oauthtoken)|bearer|basic)\s+/i.exec(credential)?.[0] ?? '';
  const secret = credential.slice(scheme.length);
  return `${scheme}****${secret.length >= 16 ? secret.slice(-4) : ''}`;
}
