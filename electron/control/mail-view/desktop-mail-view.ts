import type { PostOffice } from '../../post-office/post-office.ts';
import { answerMailView } from './answer-mail-view.ts';
import { shownLinks } from './shown-links.ts';

/** Serves messages' HTML at `mail://view/<message id>/`, and the frame for it beside them. */
export function createDesktopMailView(
  postOffice: Pick<PostOffice, 'archive' | 'ledger' | 'agents'>,
  ancestors: string,
): (request: Request) => Promise<Response> {
  return (request) =>
    answerMailView(request, {
      archive: postOffice.archive,
      links: () => shownLinks(postOffice),
      address: new URL(request.url).pathname.slice(1),
      ancestors,
    });
}
