import { z } from 'zod';

/** What was not taken, and why. */
export const refusalSchema = z.object({ name: z.string(), reason: z.string() });
export type Refusal = z.infer<typeof refusalSchema>;

/** Long work that can be followed and cancelled: an import, a replay. */
export const taskSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['import', 'replay']),
  /** What it works on, e.g. the name of the file. */
  title: z.string(),
  agentId: z.uuid(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** Messages that are through, well or not. */
  done: z.number().int(),
  /** Of how many; null while nobody knows. */
  total: z.number().int().nullable(),
  refused: z.number().int(),
  /** The first 20 in words. */
  refusals: z.array(refusalSchema),
  /** Why it failed, in words. */
  problem: z.string().nullable(),
});
export type Task = z.infer<typeof taskSchema>;
