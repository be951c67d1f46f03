import type { LinkPurpose, MessageLink } from '#shared/message.ts';
import { folded, plainLine } from './fold.ts';
import { Phrases } from './phrases.ts';
import { mostLinks } from './seen-text.ts';
import type { SeenLink, SeenText } from './seen-text.ts';
import { urlWords } from './words/url-words.ts';

type Purpose = Exclude<LinkPurpose, 'other'>;

const purposes: readonly Purpose[] = ['unsubscribe', 'reset-password', 'verify', 'invitation', 'sign-in'];

const phrases = new Phrases<Purpose>({
  unsubscribe: 'unsubscribe',
  'reset-password': 'resetPassword',
  verify: 'verify',
  invitation: 'invitation',
  'sign-in': 'signIn',
});

/** Points for a purpose's words by where they stand. */
const weights = { text: 6, path: 3.5, query: 2, line: 2.5, above: 1.5, subject: 2 } as const;
const enough = 4.5;

/** The links of a mail with their purposes, each address once: the HTML's, the text's, the one for leaving a list. */
export function findLinks(
  subject: string,
  bodies: readonly SeenText[],
  listUnsubscribe: string | null,
): MessageLink[] {
  const links = new Map<string, Omit<MessageLink, 'position'>>();
  const subjectPurposes = purposesIn(plainLine(subject));
  for (const { lines, links: seen } of bodies) {
    for (const link of seen) {
      const context = {
        line: lines[link.line]?.text ?? '',
        above: lines[link.line - 1]?.text ?? '',
        subject: subjectPurposes,
      };
      if (!links.has(link.url)) {
        links.set(link.url, { ...link, text: link.text, url: link.url, purpose: purposeOf(link, context) });
      }
    }
  }
  for (const url of unsubscribeAddresses(listUnsubscribe ?? '')) {
    const known = links.get(url);
    links.set(url, { text: known?.text ?? url, url, purpose: 'unsubscribe' });
  }
  return [...links.values()]
    .slice(0, mostLinks)
    .map(({ purpose, text, url }, position) => ({ purpose, text, url, position }));
}

function purposeOf(
  { text, url }: SeenLink,
  context: { readonly line: string; readonly above: string; readonly subject: ReadonlySet<Purpose> },
): LinkPurpose {
  const points = new Map<Purpose, number>();
  const add = (found: Iterable<Purpose>, weight: number): void => {
    for (const purpose of found) {
      points.set(purpose, (points.get(purpose) ?? 0) + weight);
    }
  };
  const isBare = text === url || text === '';
  add(isBare ? [] : purposesIn(text), weights.text);
  const address = parsed(url);
  add(address === undefined ? [] : wordsOf(address.pathname), weights.path);
  add(address === undefined ? [] : wordsOf(address.search), weights.query);
  if (isBare || text.length < 20) {
    add(purposesIn(context.line.replace(text, ' ')), weights.line);
    add(isBare ? purposesIn(context.above) : [], weights.above);
  }
  add(points.size > 0 || isBare ? context.subject : [], weights.subject);
  const [best] = purposes
    .map((purpose) => ({ purpose, points: points.get(purpose) ?? 0 }))
    .toSorted((a, b) => b.points - a.points);
  return best !== undefined && best.points >= enough ? best.purpose : 'other';
}

function purposesIn(text: string): Set<Purpose> {
  return new Set(phrases.in(folded(text.slice(0, 500))).map(({ kind }) => kind));
}

function wordsOf(part: string): Set<Purpose> {
  const words = new Set(
    part
      .slice(0, 500)
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z]+/),
  );
  return new Set(purposes.filter((purpose) => urlWords[purpose].some((word) => words.has(word))));
}

function parsed(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

/** The addresses of a List-Unsubscribe header (RFC 2369): each in angle brackets. */
function unsubscribeAddresses(header: string): string[] {
  return [...header.slice(0, 4000).matchAll(/<\s{0,10}((?:https?|mailto):[^<>\s]+)\s{0,10}>/gi)].map(
    (match) => match[1] ?? '',
  );
}
