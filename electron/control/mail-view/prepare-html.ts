import type { MessagePart } from '#shared/message.ts';
import { openedMail } from '#shared/tracking.ts';
import { resolveCss, resolveSrcset, resolveUrl } from './cid-references.ts';
import { contentIdLookup } from './content-ids.ts';
import type { ContentIdLookup } from './content-ids.ts';
import { visitMarkup } from '../../road/start-tags.ts';
import type { Attribute, StartTag } from '../../road/start-tags.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The first `<base>` with a target decides for every link that names none. */
const base = '<base target="_blank">';

/** What a browser would fetch or look up ahead of time: no Content-Security-Policy covers all of these. */
const prefetchingLinks = /\b(?:dns-prefetch|preconnect|prefetch|prerender|preload|modulepreload)\b/i;

/**
 * A message's HTML as it came, character for character, except that `cid:` references point to its parts, links open
 * outside, and nothing is fetched ahead. Safety does not rest on this but on the policy that it is served under.
 */
export function prepareHtml(html: string, parts: readonly MessagePart[]): string {
  const lookup = contentIdLookup(parts);
  const edits: Edit[] = [];
  const place = new BasePlace(html);
  visitMarkup(html, {
    startTag(tag) {
      place.startTag(tag);
      edits.push(...tagEdits(tag, lookup));
    },
    text(start, end, within) {
      const text = html.slice(start, end);
      place.text(text);
      if (within === 'style') {
        edits.push({ start, end, text: resolveCss(text, lookup) });
      }
    },
    doctype(end) {
      place.doctype(end);
    },
  });
  edits.push({ start: place.index, end: place.index, text: base });
  return applied(html, edits);
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

function tagEdits(tag: StartTag, lookup: ContentIdLookup): Edit[] {
  const edits: Edit[] = [];
  const isLink = tag.name === 'a' || tag.name === 'area';
  if (isLink && tag.attributes.some(({ name, value }) => name === 'href' && value.startsWith('#'))) {
    // To a place within the mail: it stays in its frame.
    edits.push({ start: tag.nameEnd, end: tag.nameEnd, text: ' target="_self"' });
  }
  for (const attribute of tag.attributes) {
    const value = preparedValue(tag.name, attribute, lookup);
    if (value !== attribute.value) {
      const text = `${attribute.name}="${escaped(value)}"`;
      edits.push({ start: attribute.start, end: attribute.end, text });
    }
  }
  return edits;
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
  if (name === 'http-equiv' && tagName === 'meta' && /refresh|dns-prefetch/i.test(value)) {
    return '';
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

function applied(html: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let index = 0;
  for (const { start, end, text } of edits.toSorted((one, other) => one.start - other.start)) {
    pieces.push(html.slice(index, start), text);
    index = end;
  }
  pieces.push(html.slice(index));
  return pieces.join('');
}
