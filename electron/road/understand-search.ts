import { RestanteError } from '#shared/errors.ts';
import { readSearch, searchOf } from '#shared/search/read-search.ts';
import type { SearchContext } from '#shared/search/read-search.ts';
import type { Condition, Feature, Search, SearchProblem } from '#shared/search/search.ts';

/**
 * A search as the store takes it.
 * @throws RestanteError `search.invalid` with the first problem's code and place, for a search that cannot be read.
 */
export function understandSearch(q: string, context: SearchContext, field = 'q'): Search {
  const reading = readSearch(q, context);
  const [problem] = reading.problems;
  if (problem !== undefined) {
    throw invalid(problem, field);
  }
  return searchOf(reading);
}

/** What a message has only after it came in; and its agent and time, which say nothing in a rule of an agent. */
const laterKinds: ReadonlySet<Condition['kind']> = new Set([
  'state',
  'tag',
  'note',
  'outcome',
  'agent',
  'time',
]);
const laterFeatures: ReadonlySet<Feature> = new Set(['tag', 'note', 'outcome']);

/**
 * The search of a rule, which is asked of each message as it is indexed.
 * @throws RestanteError `search.invalid`, also for conditions that a new message cannot meet yet.
 */
export function understandRule(q: string, context: SearchContext, field: string): Search {
  const search = understandSearch(q, context, field);
  const { terms } = readSearch(q, context);
  const later = terms.find(
    ({ condition }) =>
      laterKinds.has(condition.kind) ||
      (condition.kind === 'feature' && laterFeatures.has(condition.feature)),
  );
  if (later !== undefined) {
    const text = `A rule looks at a message as it comes in: “${q.slice(later.start, later.end)}” says nothing then.`;
    throw invalid({ code: 'value-unknown', start: later.start, end: later.end, text }, field);
  }
  if (search.length === 0) {
    const text = 'There is no word in this search: it finds nothing.';
    throw invalid({ code: 'value-missing', start: 0, end: q.length, text }, field);
  }
  return search;
}

function invalid({ code, start, end, text }: SearchProblem, field: string): RestanteError {
  return new RestanteError('search.invalid', { reason: text, problem: code, start, end }, { field });
}
