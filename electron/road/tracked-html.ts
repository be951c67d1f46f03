import { clickPath, openPath } from '#shared/tracking.ts';
import { visitMarkup } from './start-tags.ts';

export interface TrackingWish {
  readonly opens: boolean;
  readonly clicks: boolean;
  /** Stands for the mail in its addresses. */
  readonly token: string;
  /** Where hits are taken: `http://127.0.0.1:8081`. */
  readonly origin: string;
}

/**
 * A mail's HTML with a picture that tells of opens and links that tell of clicks, as production makes it
 * (https://www.zoho.com/zeptomail/help/email-tracking.html), and the links that were replaced, each once. Only links over
 * HTTP are: a mail program opens the others by itself.
 */
export function trackedHtml(html: string, wish: TrackingWish): { html: string; links: readonly string[] } {
  const links = new Map<string, number>();
  let tracked = '';
  let copied = 0;
  visitMarkup(html, {
    startTag({ name, attributes }) {
      const href = attributes.find((attribute) => attribute.name === 'href');
      const link = href?.value.trim() ?? '';
      if (
        !wish.clicks ||
        (name !== 'a' && name !== 'area') ||
        href === undefined ||
        !/^https?:/i.test(link)
      ) {
        return;
      }
      const n = links.get(link) ?? links.size;
      links.set(link, n);
      tracked += `${html.slice(copied, href.start)}href="${wish.origin}${clickPath(wish.token, n)}"`;
      copied = href.end;
    },
    text() {},
    doctype() {},
  });
  tracked += html.slice(copied);
  return { html: wish.opens ? withPixel(tracked, wish) : tracked, links: [...links.keys()] };
}

/** At the end of the body, where it holds up nothing. */
function withPixel(html: string, { origin, token }: TrackingWish): string {
  const pixel = `<img src="${origin}${openPath(token)}" width="1" height="1" alt="" style="display:block">`;
  const end = html.toLowerCase().lastIndexOf('</body');
  return end < 0 ? html + pixel : html.slice(0, end) + pixel + html.slice(end);
}
