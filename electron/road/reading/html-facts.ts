import { Parser } from 'htmlparser2';
import { openedMail } from '#shared/tracking.ts';
import { SeenHtml } from '../extraction/seen-html.ts';
import type { SeenText } from '../extraction/seen-text.ts';

/** What the road wants to know about a message's HTML. */
export interface HtmlFacts {
  /** The text that a person would see, blanks collapsed; bounded. */
  readonly text: string;
  /** Content-IDs that it refers to by `cid:` (RFC 2392). */
  readonly contentIds: ReadonlySet<string>;
  /** Distinct remote resources that would load by themselves. */
  readonly remoteReferences: ReadonlySet<string>;
  /** What a person would see, line by line, with its links. */
  readonly seen: SeenText;
}

/** Characters of HTML that are looked at; what follows is shown but neither searched nor counted. */
const mostHtml = 4 * 1024 * 1024;
const mostText = 200_000;
const chunk = 16 * 1024;
/** htmlparser2 takes time by the square of the nesting; real markup stays far below. */
const deepest = 1000;

const unseen = new Set(['style', 'script', 'template', 'title', 'noscript', 'object', 'select']);
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
]);
/** Attributes that make something load, by element; `*` on any. */
const loading: Readonly<Record<string, readonly string[]>> = {
  '*': ['background'],
  img: ['src', 'srcset', 'lowsrc'],
  image: ['href', 'xlink:href', 'src'],
  use: ['href', 'xlink:href'],
  feimage: ['href', 'xlink:href'],
  input: ['src'],
  source: ['src', 'srcset'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  embed: ['src'],
  object: ['data'],
  iframe: ['src'],
  frame: ['src'],
  script: ['src'],
};
const loadingLinks = /\b(?:stylesheet|icon|preload|prefetch|import|manifest|modulepreload)\b/i;

/** Reads HTML in one pass. Hostile markup costs bounded time. */
export function factsOfHtml(html: string): HtmlFacts {
  const contentIds = new Set<string>();
  const remoteReferences = new Set<string>();
  const words: string[] = [];
  let length = 0;
  let depth = 0;
  let hidden = 0;
  let inStyle = false;
  let css = '';
  const seen = new SeenHtml();

  const refer = (url: string): void => {
    const trimmed = url.trim();
    if (openedMail(trimmed) !== undefined) {
      // Our own picture of a tracked mail, which the preview leaves out.
      return;
    }
    if (/^(?:https?:)?\/\//i.test(trimmed)) {
      remoteReferences.add(trimmed);
    } else if (/^cid:/i.test(trimmed)) {
      contentIds.add(contentIdOf(trimmed.slice(4)));
    }
  };
  const say = (text: string): void => {
    if (length < mostText) {
      words.push(text);
      length += text.length;
    }
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        hidden += unseen.has(name) ? 1 : 0;
        inStyle = name === 'style';
        css = '';
        seen.open(name, attributes, !inline.has(name));
        if (!inline.has(name)) {
          say(' ');
        }
        referencesOf(name, attributes).forEach(refer);
      },
      onclosetag(name) {
        depth -= 1;
        hidden -= unseen.has(name) ? 1 : 0;
        if (inStyle) {
          seen.styleSheet(css);
        }
        inStyle = false;
        seen.close(name, !inline.has(name));
        if (!inline.has(name)) {
          say(' ');
        }
      },
      ontext(text) {
        if (inStyle) {
          referencesInCss(text).forEach(refer);
          css += text;
        } else if (hidden === 0) {
          say(text);
          seen.text(text);
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  const end = Math.min(html.length, mostHtml);
  for (let start = 0; start < end; start += chunk) {
    parser.write(html.slice(start, Math.min(start + chunk, end)));
    if (depth > deepest) {
      break;
    }
  }
  parser.end();
  return {
    text: collapsed(words.join('')).slice(0, mostText),
    contentIds,
    remoteReferences,
    seen: seen.result(),
  };
}

/** Blanks collapsed; invisible fillers, which newsletters put behind their preheader, taken out. */
export function collapsed(text: string): string {
  return text
    .replace(/\u00AD|\u034F|\u200B|\u2060|\uFEFF|\u200C(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A Content-ID as it is compared: without brackets and percent signs. */
export function contentIdOf(reference: string): string {
  const bare = reference.trim().replace(/^<|>$/g, '');
  try {
    return decodeURIComponent(bare);
  } catch (error) {
    if (error instanceof URIError) {
      return bare;
    }
    throw error;
  }
}

function referencesOf(name: string, attributes: Record<string, string>): string[] {
  const found: string[] = [];
  for (const attribute of [...(loading['*'] ?? []), ...(loading[name] ?? [])]) {
    const value = attributes[attribute];
    if (value !== undefined) {
      found.push(...(attribute === 'srcset' ? sourcesOf(value) : [value]));
    }
  }
  if (name === 'link' && loadingLinks.test(attributes['rel'] ?? '') && attributes['href'] !== undefined) {
    found.push(attributes['href']);
  }
  if (attributes['style'] !== undefined) {
    found.push(...referencesInCss(attributes['style']));
  }
  return found;
}

/** The URLs of a `srcset`: separated by commas, each followed by a width or density. */
function sourcesOf(srcset: string): string[] {
  return srcset
    .split(/,\s+|,(?=https?:|\/\/)/i)
    .flatMap((candidate) => candidate.trim().split(/\s+/).slice(0, 1));
}

function referencesInCss(css: string): string[] {
  const plain = css.replace(/\/\*[^]*?(?:\*\/|$)/g, ' ');
  const found = plain.matchAll(
    /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))|@import\s+(?:"([^"]*)"|'([^']*)')/gi,
  );
  return [...found].map((match) => match.slice(1).find((group) => group !== undefined) ?? '');
}
