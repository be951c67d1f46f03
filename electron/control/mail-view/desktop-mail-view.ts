import type { PostOffice } from '../../post-office/post-office.ts';
import { answerMailView } from './answer-mail-view.ts';
import { shownLinks } from './shown-links.ts';

/** Serves a message's HTML at `mail://<message id>/`: every message is an origin of its own. */
export function createDesktopMailView(
  postOffice: Pick<PostOffice, 'archive' | 'ledger' | 'agents'>,
  ancestors: string,
): (request: Request) => Promise<Response> {
  return (request) => {
    const url = new URL(request.url);
    return answerMailView(request, {
      archive: postOffice.archive,
      links: () => shownLinks(postOffice),
      messageId: url.hostname,
      path: url.pathname.slice(1),
      ancestors,
    });
  };
}
