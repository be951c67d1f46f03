import { createHash, timingSafeEqual } from 'node:crypto';
import type { PostOffice } from '../../post-office/post-office.ts';
import { answerMailView, notHere } from './answer-mail-view.ts';
import type { MailViewPlace } from './mail-view-place.ts';
import { shownLinks } from './shown-links.ts';

interface HttpMailViewOptions {
  readonly postOffice: Pick<PostOffice, 'archive' | 'ledger' | 'agents'>;
  /** Unguessable: whoever knows it may read the messages' HTML. */
  readonly secret: string;
  /** The CSP sources of the pages that may frame it, for the one who asks. */
  readonly ancestors: (request: Request) => string;
}

/** Serves messages' HTML at `/<secret>/<message id>/` of a listener of its own, and the frame for it beside them. */
export function createHttpMailView({
  postOffice,
  secret,
  ancestors,
}: HttpMailViewOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const [, given = '', ...rest] = new URL(request.url).pathname.split('/');
    if (!isSame(given, secret)) {
      return notHere();
    }
    const answer = await answerMailView(request, {
      archive: postOffice.archive,
      links: () => shownLinks(postOffice),
      address: rest.join('/'),
      ancestors: ancestors(request),
    });
    // Beside the page's on the same host it gets a process of its own: a mail that keeps it busy does not keep the page
    // waiting. Of a scheme of its own it has one anyway, and Electron 42 ends when it is asked for.
    answer.headers.set('Origin-Agent-Cluster', '?1');
    return answer;
  };
}

/** Where it is found from the page: on the host that the page is asked at, for which the browser resolves alike. */
export function httpMailViewPlace(secret: string, portOf: () => number): MailViewPlace {
  return {
    urlOf: (messageId, request) =>
      `http://${new URL(request.url).hostname}:${portOf()}/${secret}/${messageId}/`,
    source: (request) => cspSource(new URL(request.url).hostname, portOf()),
  };
}

/** An origin as a CSP source. CSP has no words for an IPv6 address: any HTTP origin must stand in for it. */
export function cspSource(hostname: string, port: number): string {
  return hostname.startsWith('[') ? 'http:' : `http://${hostname}:${port}`;
}

function isSame(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
