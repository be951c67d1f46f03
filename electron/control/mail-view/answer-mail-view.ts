import { renderingOf } from '#shared/mail-rendering.ts';
import type { Archive, MessageHtml, PartContent } from '../../road/archive.ts';
import { bytesAnswer } from '../bytes-answer.ts';
import { attachmentDisposition } from '../content-disposition.ts';
import { colouringOf } from './colouring.ts';
import { answerFrame } from './frame.ts';
import { messagePolicy, partPolicy } from './policy.ts';
import { prepareHtml } from './prepare-html.ts';
import { answerSheet } from './sheet.ts';
import type { ShownLinks } from './shown-links.ts';

/** What the mail view asks of the archive. */
type MailViewArchive = Pick<Archive, 'html' | 'part' | 'nestedHtml' | 'nestedPart' | 'detail'>;

interface MailViewRequest {
  readonly archive: MailViewArchive;
  /** Asked for each document. */
  readonly links: () => ShownLinks;
  /**
   * `frame`, which messages' HTML is written into, or `<message id>/`, and behind it nothing for its HTML, `parts/<n>` for
   * a part; after `at/<path>/` the same of the message or HTML part at that place in it; `sheet` for the message to be
   * printed.
   */
  readonly address: string;
  /** The CSP sources of the pages that may frame it. */
  readonly ancestors: string;
}

/**
 * A message's HTML, one of its parts or the frame for it, on an origin which is not the page's. Nothing else of the
 * address counts but the rendering in its query.
 */
export async function answerMailView(
  request: Request,
  { archive, links, address, ancestors }: MailViewRequest,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return withCommonHeaders(new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } }));
  }
  if (address === 'frame') {
    return withCommonHeaders(answerFrame(request, ancestors));
  }
  const [, messageId, path] = /^([^/]+)\/(.*)$/.exec(address) ?? [];
  if (messageId === undefined || path === undefined) {
    return notHere();
  }
  const { place, rest } = placeIn(path);
  const shownLink = links();
  const search = new URL(request.url).searchParams;
  let answer: Response | undefined;
  if (rest === '') {
    answer =
      (await answerHtml(request, await htmlAt(archive, messageId, place), { ancestors, shownLink })) ??
      (await answerNoHtml(archive, messageId, place));
  } else if (path === 'sheet') {
    answer = await answerSheet(search, archive, { messageId, shownLink });
  } else {
    answer = await answerPart(archive, messageId, place, rest);
  }
  return withCommonHeaders(answer ?? notHere());
}

/** Nothing is to be found at this address. */
export function notHere(): Response {
  return withCommonHeaders(
    new Response('There is no such message here.', {
      status: 404,
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Security-Policy': "default-src 'none'; sandbox",
      },
    }),
  );
}

/** The place within the message, null for the message itself, and what follows it. */
function placeIn(path: string): { readonly place: string | null; readonly rest: string } {
  const [, place, rest] = /^at\/(1(?:\.\d{1,6})*)\/(.*)$/.exec(path) ?? [];
  return place === undefined || rest === undefined ? { place: null, rest: path } : { place, rest };
}

function htmlAt(
  archive: MailViewArchive,
  id: string,
  place: string | null,
): Promise<MessageHtml | undefined> {
  return place === null ? archive.html(id) : archive.nestedHtml({ id, path: place });
}

async function answerHtml(
  request: Request,
  found: MessageHtml | undefined,
  { ancestors, shownLink }: { readonly ancestors: string; readonly shownLink: ShownLinks },
): Promise<Response | undefined> {
  if (found === undefined) {
    return undefined;
  }
  const { remote, images, colours } = renderingOf(new URL(request.url).searchParams);
  const html = prepareHtml(found.html, found.parts, await colouringOf(colours), shownLink);
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': messagePolicy({ remote, images, ancestors }),
    },
  });
}

/** A message without HTML, which may be asked for before that is known. */
async function answerNoHtml(
  archive: MailViewArchive,
  id: string,
  place: string | null,
): Promise<Response | undefined> {
  const isHere = place === null && (await archive.detail(id)) !== undefined;
  return isHere ? new Response(null, { status: 204 }) : undefined;
}

async function answerPart(
  archive: MailViewArchive,
  id: string,
  place: string | null,
  path: string,
): Promise<Response | undefined> {
  const n = /^parts\/(\d{1,6})$/.exec(path)?.[1];
  if (n === undefined) {
    return undefined;
  }
  const content =
    place === null
      ? await archive.part(id, Number(n))
      : await archive.nestedPart({ id, path: place }, Number(n));
  return content && bytesAnswer(content.bytes, partHeaders(content));
}

/** What a mail shows is served as what it is; everything else can only be saved. */
function partHeaders({ part }: PartContent): Readonly<Record<string, string>> {
  const type = part.contentType.toLowerCase();
  const isShown = /^(?:image|audio|video)\/[a-z0-9.+-]+$/.test(type);
  return {
    'Content-Type': isShown ? type : 'application/octet-stream',
    'Content-Security-Policy': partPolicy,
    ...(isShown ? {} : { 'Content-Disposition': attachmentDisposition(part.filename ?? `part-${part.n}`) }),
  };
}

function withCommonHeaders(response: Response): Response {
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('X-DNS-Prefetch-Control', 'off');
  response.headers.set('Referrer-Policy', 'no-referrer');
  response.headers.set('Cache-Control', 'no-store');
  return response;
}
