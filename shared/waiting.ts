import { z } from 'zod';
import { errorBodySchema } from './error-body.ts';
import { messageSummarySchema } from './message.ts';

export const longestWaitSeconds = 300;

/** What a message must be to end a waiting. */
export const waitQuerySchema = z.object({
  /** An agent's id, or its name. */
  agent: z.string().optional(),
  to: z.string().max(1000).optional(),
  from: z.string().max(1000).optional(),
  subject: z.string().max(1000).optional(),
  /** The search language of the list. */
  q: z.string().max(1000).optional(),
  /** An ISO time, a message's id, or an age such as `30s`, `5m` or `1h`. */
  after: z.string().max(100).optional(),
  /** Seconds. */
  timeout: z.coerce.number().min(0).max(longestWaitSeconds).default(30),
});
export type WaitQuery = z.infer<typeof waitQuerySchema>;

export const waitConditionSchema = z.enum(['agent', 'to', 'from', 'subject', 'q']);
export type WaitCondition = z.infer<typeof waitConditionSchema>;

export const otherArrivalSchema = z.object({
  message: messageSummarySchema,
  /** Whom the envelope names, Bcc included. */
  recipients: z.array(z.string()),
  /** The conditions that it does not meet. */
  missed: z.array(waitConditionSchema),
});
export type OtherArrival = z.infer<typeof otherArrivalSchema>;

/** The answer when nothing came that was waited for: what came instead, the newest first, at most 50. */
export const nothingArrivedSchema = errorBodySchema.extend({ arrived: z.array(otherArrivalSchema) });
export type NothingArrived = z.infer<typeof nothingArrivedSchema>;
