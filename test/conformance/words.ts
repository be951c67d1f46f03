import type { Row } from './row.ts';

/** What a service gives the rows to speak with, beside what rows give each other. */
export const knownWords = {
  token: 'a send mail token of an agent',
  from: 'an address at a verified domain of that agent',
  to: 'a recipient',
  agent: 'the key of that agent',
  domain: 'a verified domain of that agent',
  file: 'the key of a cached file',
  template: 'the key of a template of that agent, with {{contact}} in its body',
  idle: 'the key of an agent that was shut down',
  oauth: 'an OAuth access token with every scope',
  sender: 'an OAuth access token with the scope Zeptomail.email.CREATE alone',
  reader: 'an OAuth access token with the scope Zeptomail.email.READ alone',
  client: 'the id of an OAuth client',
  secret: 'the secret of that client',
  refresh: 'a refresh token of that client',
  redirect: 'the redirect address of that client',
} as const;

/** A word in single braces: merge tags have two. */
const word = /(?<!\{)\{([a-z]\w*)\}(?!\})/gi;

/** Words in braces become what they stand for; other braces, of JSON and of merge tags, stay. */
export function spoken(text: string, words: ReadonlyMap<string, string>): string {
  return text.replaceAll(word, (braces, name: string) => words.get(name) ?? braces);
}

/** The words that a row speaks. */
export function wordsOf({ request: { path, headers, body }, answer, answerHeaders }: Row): string[] {
  const texts = [path, ...[headers, body, answer, answerHeaders].flatMap(textsOf)];
  return [...new Set(texts.flatMap((text) => [...text.matchAll(word)].map(([, name]) => name ?? '')))];
}

function textsOf(body: unknown): string[] {
  if (body instanceof FormData || body instanceof URLSearchParams) {
    return [...body].flatMap(([, value]) => (typeof value === 'string' ? [value] : []));
  }
  if (typeof body === 'string') {
    return [body];
  }
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(textsOf) : [];
}
