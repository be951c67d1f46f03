import { z } from 'zod';

/** What was not taken, and why. */
export const refusalSchema = z.object({ name: z.string(), reason: z.string() });
export type Refusal = z.infer<typeof refusalSchema>;

/** Long work that can be followed and cancelled: an import, a replay, the opening of a workspace. */
export const taskSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['import', 'replay', 'workspace']),
  /** What it works on, e.g. the name of the file. */
  title: z.string(),
  /** Null for a workspace, which brings its agents. */
  agentId: z.uuid().nullable(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** Of a workspace: the file is read, then looked through from end to end, and only then added. */
  step: z.enum(['reading', 'checking', 'adding']).nullable(),
  /** Bytes of the file that have come. */
  bytes: z.number().int(),
  /** Messages that are through, well or not; at each step from 0. */
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
