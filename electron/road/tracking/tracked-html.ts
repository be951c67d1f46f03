import { clickPath, openPath } from '#shared/tracking.ts';
import { visitMarkup } from '../start-tags.ts';

export interface TrackingWish {
  readonly opens: boolean;
  readonly clicks: boolean;
  /** Stands for the mail in its addresses. */
  readonly token: string;
  /** Where hits are taken: `http://127.0.0.1:8081`. */
  readonly origin: string;
}

/** A replacement of what stands from `start` to `end`; its text is ASCII. */
export interface TrackingEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A mail's own links with their numbers, each once. */
export type LinkNumbers = Map<string, number>;

/**
 * A mail's HTML with a picture that tells of opens and links that tell of clicks, as production makes it
 * (https://www.zoho.com/zeptomail/help/email-tracking.html), and the links that were replaced, each once.
 */
export function trackedHtml(html: string, wish: TrackingWish): { html: string; links: readonly string[] } {
  const links: LinkNumbers = new Map();
  const edits = trackingEdits(html, wish, links);
  return { html: withEdits(html, edits), links: [...links.keys()] };
}

/**
 * What tracking changes in the HTML, in its order; new links get the next numbers. Only links over HTTP are replaced: a
 * mail program opens the others by itself. `readable` is what visitMarkup makes values of.
 */
export function trackingEdits(
  html: string,
  wish: TrackingWish,
  links: LinkNumbers,
  readable?: (piece: string) => string,
): TrackingEdit[] {
  const edits: TrackingEdit[] = [];
  if (wish.clicks) {
    visitMarkup(
      html,
      {
        startTag({ name, attributes }) {
          const href =
            name === 'a' || name === 'area'
              ? attributes.find((attribute) => attribute.name === 'href')
              : undefined;
          const link = href?.value.trim() ?? '';
          if (href !== undefined && /^https?:/i.test(link) && URL.canParse(link)) {
            const n = links.get(link) ?? links.size;
            links.set(link, n);
            const text = `href="${wish.origin}${clickPath(wish.token, n)}"`;
            edits.push({ start: href.start, end: href.end, text });
          }
        },
        text() {},
        doctype() {},
      },
      readable,
    );
  }
  return wish.opens ? withPixel(html, wish, edits) : edits;
}

export function withEdits(html: string, edits: readonly TrackingEdit[]): string {
  const pieces: string[] = [];
  let copied = 0;
  for (const { start, end, text } of edits) {
    pieces.push(html.slice(copied, start), text);
    copied = end;
  }
  pieces.push(html.slice(copied));
  return pieces.join('');
}

/** At the end of the body, where it holds up nothing. */
function withPixel(
  html: string,
  { origin, token }: TrackingWish,
  edits: readonly TrackingEdit[],
): TrackingEdit[] {
  const text = `<img src="${origin}${openPath(token)}" width="1" height="1" alt="" style="display:block">`;
  let at = html.length;
  for (const { index } of html.matchAll(/<\/body/gi)) {
    at = index;
  }
  // Within a link that is replaced it ends no body.
  if (edits.some(({ start, end }) => start < at && at < end)) {
    at = html.length;
  }
  const later = edits.findIndex(({ start }) => start >= at);
  return edits.toSpliced(later < 0 ? edits.length : later, 0, { start: at, end: at, text });
}
