import { RestanteError } from '#shared/errors.ts';
import { readSearch, searchOf } from '#shared/search/read-search.ts';
import type { SearchContext } from '#shared/search/read-search.ts';
import type { Search } from '#shared/search/search.ts';

/**
 * A search as the store takes it.
 * @throws RestanteError `search.invalid` with the first problem's code and place, for a search that cannot be read.
 */
export function understandSearch(q: string, context: SearchContext): Search {
  const reading = readSearch(q, context);
  const [problem] = reading.problems;
  if (problem !== undefined) {
    const { code, start, end, text } = problem;
    throw new RestanteError('search.invalid', { reason: text, problem: code, start, end }, { field: 'q' });
  }
  return searchOf(reading);
}
