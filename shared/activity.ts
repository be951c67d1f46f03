import { z } from 'zod';
import { channelNameSchema } from './agent.ts';
import { sessionSchema } from './session.ts';
import { verdictSchema } from './verdict.ts';

/** One SMTP session or one API request: a row of an agent's activity. */
export const activityEntrySchema = z.object({
  id: z.uuid(),
  agentId: z.uuid(),
  door: channelNameSchema,
  startedAt: z.iso.datetime(),
  durationMs: z.number().int(),
  peer: z.string(),
  /** held: messages were taken. refused: we said no, see the verdict. nothing: came and went. failed: broke off midway. */
  outcome: z.enum(['held', 'refused', 'nothing', 'failed']),
  /** One line: `POST /v1.1/email: 401 TM_4001 / SERR_157`, `2 messages held`, `connection lost in DATA`. */
  summary: z.string(),
  messageIds: z.array(z.uuid()),
  /** Set when it was refused, or when a relaxed agent held what production would have refused. */
  verdicts: z.array(verdictSchema),
});
export type ActivityEntry = z.infer<typeof activityEntrySchema>;

export const activityDetailSchema = activityEntrySchema.extend({ session: sessionSchema });
export type ActivityDetail = z.infer<typeof activityDetailSchema>;
