import { assertNonNullable } from '#shared/assert.ts';
import type { Service } from './service.ts';
import { knownWords } from './words.ts';

/**
 * The real service, with the words that the environment gives: `RESTANTE_CONFORMANCE_TOKEN` is the word `{token}`, and
 * so on. Rows that speak another word are skipped.
 */
export function theirs(url: string, environment: NodeJS.ProcessEnv): Service {
  const given = (name: string): string | undefined => environment[`RESTANTE_CONFORMANCE_${name}`];
  const words = new Map(
    Object.keys(knownWords).flatMap((word): [string, string][] => {
      const value = given(word.toUpperCase());
      return value === undefined || value === '' ? [] : [[word, withoutPrefix(value)]];
    }),
  );
  const needed = (word: string): string => {
    const value = words.get(word);
    assertNonNullable(
      value,
      `RESTANTE_CONFORMANCE_${word.toUpperCase()} must be set beside RESTANTE_CONFORMANCE_URL`,
    );
    return value;
  };
  ['token', 'to'].forEach(needed);
  words.set('domain', needed('from').replace(/^.*@/, ''));
  return {
    url: url.replace(/\/+$/, ''),
    accountsUrl: (given('ACCOUNTS_URL') ?? 'https://accounts.zoho.com').replace(/\/+$/, ''),
    isOwn: false,
    mayChange: given('CHANGE') === '1',
    words,
    close: () => Promise.resolve(),
  };
}

/** Copied from the console, a token brings its prefix along. */
function withoutPrefix(value: string): string {
  return value.replace(/^zoho-(?:enczapikey|oauthtoken)\s+/i, '');
}
