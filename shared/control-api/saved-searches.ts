import { z } from 'zod';
import { countedSearchSchema, savedSearchName, savedSearchSchema, savedSearchText } from '../saved-search.ts';
import type { Endpoint } from './endpoint.ts';

const id = z.object({ id: z.string() });

export const savedSearchesApi = {
  listSavedSearches: {
    method: 'GET',
    path: '/api/saved-searches',
    summary: 'Searches that were given a name, with how many messages of an agent, or of all, they find',
    query: z.object({ agent: z.string().optional() }),
    status: 200,
    response: z.object({ searches: z.array(countedSearchSchema) }),
  },
  createSavedSearch: {
    method: 'POST',
    path: '/api/saved-searches',
    summary: 'Give a search a name',
    body: z.strictObject({ name: savedSearchName, q: savedSearchText }),
    status: 201,
    response: savedSearchSchema,
  },
  patchSavedSearch: {
    method: 'PATCH',
    path: '/api/saved-searches/:id',
    summary: 'Rename a saved search, or change what it looks for',
    params: id,
    body: z.strictObject({ name: savedSearchName.optional(), q: savedSearchText.optional() }),
    status: 200,
    response: savedSearchSchema,
  },
  deleteSavedSearch: {
    method: 'DELETE',
    path: '/api/saved-searches/:id',
    summary: 'Forget a saved search',
    params: id,
    status: 204,
  },
} as const satisfies Record<string, Endpoint>;
