import { z } from 'zod';

export const mostSavedSearches = 100;

/** A search that was given a name; it belongs to the data folder, not to an agent. */
export const savedSearchSchema = z.object({ id: z.uuid(), name: z.string(), q: z.string() });
export type SavedSearch = z.infer<typeof savedSearchSchema>;

/** A saved search and how many messages it finds at the moment; null when it cannot be read any more. */
export const countedSearchSchema = savedSearchSchema.extend({ total: z.number().int().nullable() });

export const savedSearchName = z.string().trim().min(1).max(60);
export const savedSearchText = z.string().trim().min(1).max(1000);
