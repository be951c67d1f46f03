import { z } from 'zod';

/** A page of a list, newest first; `before` is the `next` of the page above. */
export const page = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  before: z.string().optional(),
});
