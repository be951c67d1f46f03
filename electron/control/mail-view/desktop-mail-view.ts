import type { Archive } from '../../road/archive.ts';
import { answerMailView } from './answer-mail-view.ts';

/** Serves a message's HTML at `mail://<message id>/`: every message is an origin of its own. */
export function createDesktopMailView(
  archive: Pick<Archive, 'html' | 'part'>,
  ancestors: string,
): (request: Request) => Promise<Response> {
  return (request) => {
    const url = new URL(request.url);
    return answerMailView(request, {
      archive,
      messageId: url.hostname,
      path: url.pathname.slice(1),
      ancestors,
    });
  };
}
