import { z } from 'zod';
import { searchProblemCodes } from './search/search.ts';

/** The body of every error answer of the control API. */
export const errorBodySchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    field: z.string().optional(),
    /** Of a search that cannot be read: what is wrong, and from which character up to, and without, which. */
    at: z
      .object({ problem: z.enum(searchProblemCodes), start: z.number().int(), end: z.number().int() })
      .optional(),
  }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;
