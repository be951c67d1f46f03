import type { MessagePart } from '#shared/message.ts';
import { openedMail } from '#shared/tracking.ts';
import { resolveCss, resolveSrcset, resolveUrl } from './cid-references.ts';
import { lightColouring } from './colouring.ts';
import type { Coloured, Colouring } from './colouring.ts';
import { contentIdLookup } from './content-ids.ts';
import type { ContentIdLookup } from './content-ids.ts';
import { applied } from './edits.ts';
import type { Edit } from './edits.ts';
import type { ShownLinks } from './shown-links.ts';
import { visitMarkup } from '../../road/start-tags.ts';
import type { Attribute, StartTag } from '../../road/start-tags.ts';

/** The first `<base>` with a target decides for every link that names none. */
export const base = '<base target="_blank">';

/** What a browser would fetch or look up ahead of time: no Content-Security-Policy covers all of these. */
const prefetchingLinks = /\b(?:dns-prefetch|preconnect|prefetch|prerender|preload|modulepreload)\b/i;

/**
 * A message's HTML as it came, character for character, except that `cid:` references point to its parts, links open
 * outside, tracked ones where `shownLink` says, nothing is fetched ahead, and the colours are those that were chosen.
 * Safety does not rest on this but on the policy that it is served under. `top` is markup of ours to be shown above it.
 */
export function prepareHtml(
  html: string,
  parts: readonly MessagePart[],
  colouring: Colouring = lightColouring,
  shownLink: ShownLinks = () => undefined,
  top = '',
): string {
  const preparation = new Preparation({ lookup: contentIdLookup(parts), colouring, shownLink });
  const edits: Edit[] = [];
  const place = new BasePlace(html);
  const sheets = new SheetStretches();
  visitMarkup(html, {
    startTag(tag) {
      place.startTag(tag);
      edits.push(...preparation.tag(tag));
    },
    text(start, end, within) {
      place.text(html.slice(start, end));
      if (within === 'style') {
        sheets.add(start, end);
      }
    },
    doctype(end) {
      place.doctype(end);
    },
  });
  for (const { start, end } of sheets.stretches) {
    edits.push({ start, end, text: preparation.sheet(html.slice(start, end)) });
  }
  edits.push({ start: place.index, end: place.index, text: base + colouring.head + top });
  return applied(html, edits);
}

/** The style sheets of a document: the tokenizer hands out the text of one in pieces. */
class SheetStretches {
  readonly stretches: { readonly start: number; end: number }[] = [];

  add(start: number, end: number): void {
    const last = this.stretches.at(-1);
    if (last?.end === start) {
      last.end = end;
    } else {
      this.stretches.push({ start, end });
    }
  }
}

/**
 * Where the base element goes: into the document's own head if it has one, and never in front of its doctype, which
 * would put the document into quirks mode.
 */
class BasePlace {
  index: number;
  #next: 'doctype' | 'html' | 'head' | 'found' = 'doctype';

  constructor(html: string) {
    this.index = html.startsWith('\uFEFF') ? 1 : 0;
  }

  doctype(end: number): void {
    if (this.#next === 'doctype') {
      this.index = end;
      this.#next = 'html';
    }
  }

  startTag({ name, end }: StartTag): void {
    if (name === 'head' && this.#next !== 'found') {
      this.index = end;
    } else if (name === 'html' && (this.#next === 'doctype' || this.#next === 'html')) {
      this.index = end;
      this.#next = 'head';
      return;
    }
    this.#next = 'found';
  }

  text(text: string): void {
    if (/[^\s\uFEFF]/.test(text)) {
      this.#next = 'found';
    }
  }
}

/** What is changed in tags and style sheets. */
class Preparation {
  readonly #lookup: ContentIdLookup;
  readonly #colouring: Colouring;
  readonly #shownLink: ShownLinks;

  constructor(by: {
    readonly lookup: ContentIdLookup;
    readonly colouring: Colouring;
    readonly shownLink: ShownLinks;
  }) {
    this.#lookup = by.lookup;
    this.#colouring = by.colouring;
    this.#shownLink = by.shownLink;
  }

  sheet(css: string): string {
    return this.#colouring.sheet(resolveCss(css, this.#lookup));
  }

  tag(tag: StartTag): Edit[] {
    const edits: Edit[] = [];
    const isLink = tag.name === 'a' || tag.name === 'area';
    let added = '';
    if (isLink && tag.attributes.some(({ name, value }) => name === 'href' && value.startsWith('#'))) {
      // To a place within the mail: it stays in its frame.
      added = ' target="_self"';
    }
    for (const attribute of tag.attributes) {
      const { value, hooks } = this.#coloured(tag, attribute);
      if (value !== attribute.value) {
        const text = `${attribute.name}="${escaped(value)}"`;
        edits.push({ start: attribute.start, end: attribute.end, text });
      }
      added += hooks;
    }
    return added === '' ? edits : [{ start: tag.nameEnd, end: tag.nameEnd, text: added }, ...edits];
  }

  #coloured(tag: StartTag, attribute: Attribute): Coloured {
    const isLink = attribute.name === 'href' && (tag.name === 'a' || tag.name === 'area');
    const value =
      (isLink ? this.#shownLink(attribute.value) : undefined) ??
      preparedValue(tag.name, attribute, this.#lookup);
    if (attribute.name === 'style') {
      return this.#colouring.style(value);
    }
    if (attribute.name === 'content' && isSchemeMeta(tag)) {
      return { value: this.#colouring.metaScheme(value), hooks: '' };
    }
    return this.#colouring.attribute({ ...attribute, value });
  }
}

function isSchemeMeta({ name, attributes }: StartTag): boolean {
  return (
    name === 'meta' &&
    attributes.some((attribute) => attribute.name === 'name' && /^\s*color-scheme\s*$/i.test(attribute.value))
  );
}

/** Directives that lead away, look hosts up, tell them where the mail is shown, or outlive the mail in its frame. */
function isHarmlessMeta(name: string, value: string): boolean {
  return !(
    (name === 'http-equiv' && /refresh|dns-prefetch|content-security-policy/i.test(value)) ||
    (name === 'name' && /^\s*referrer\s*$/i.test(value))
  );
}

function preparedValue(tagName: string, { name, value }: Attribute, lookup: ContentIdLookup): string {
  const opensWindow = tagName === 'a' || tagName === 'area' || tagName === 'base' || tagName === 'form';
  if (name === 'target' && opensWindow) {
    return '_blank';
  }
  if (name === 'rel' && tagName === 'link' && prefetchingLinks.test(value)) {
    return 'nofollow';
  }
  if (name === 'rel' && opensWindow && /\bopener\b/i.test(value)) {
    return 'noopener';
  }
  if (tagName === 'meta' && !isHarmlessMeta(name, value)) {
    return '';
  }
  if (name === 'referrerpolicy') {
    return 'no-referrer';
  }
  if (name === 'src' && openedMail(value) !== undefined) {
    // Looking at a held mail is no opening by its recipient.
    return '';
  }
  if (name === 'src' && isFrame(tagName)) {
    return 'about:blank';
  }
  if (name === 'srcdoc' && isFrame(tagName)) {
    return '';
  }
  if (name === 'style') {
    return resolveCss(value, lookup);
  }
  if (name === 'srcset' || name === 'imagesrcset') {
    return resolveSrcset(value, lookup);
  }
  return value.includes('url(') ? resolveCss(value, lookup) : resolveUrl(value, lookup);
}

/** The policy keeps a frame from loading, but Chromium has opened a connection to its host by then. */
function isFrame(tagName: string): boolean {
  return tagName === 'iframe' || tagName === 'frame';
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
