import { z } from 'zod';
import { bounceCategorySchema } from './bounce.ts';

/** What happens to a held message after it was accepted, as ZeptoMail's webhooks and logs tell it. */
export const outcomeKinds = ['delivered', 'softbounce', 'hardbounce', 'open', 'click', 'complaint'] as const;
export const outcomeKindSchema = z.enum(outcomeKinds);
export type OutcomeKind = z.infer<typeof outcomeKindSchema>;

/** One thing that happened to one recipient of a held message: played, not real. */
export const outcomeSchema = z.object({
  id: z.uuid(),
  agentId: z.uuid(),
  messageId: z.uuid(),
  recipient: z.string(),
  kind: outcomeKindSchema,
  at: z.iso.datetime(),
  /** Why it was played. */
  origin: z.enum(['person', 'rule', 'magic address', 'tracking', 'preview', 'default']),
  /** A bounce's category and diagnostic text as ZeptoMail words them; null for the others. */
  category: z.string().nullable(),
  diagnostic: z.string().nullable(),
  /** The link that was clicked. */
  link: z.string().nullable(),
  /** Of an open or a click. */
  userAgent: z.string().nullable(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

/** What a person plays: for one recipient, or for all of the message. */
export const playOutcomeSchema = z.strictObject({
  recipient: z.string().min(1).max(320).optional(),
  kind: outcomeKindSchema,
  /** Of a bounce; without it the likeliest of its kind. */
  category: bounceCategorySchema.optional(),
  /** Of a click: one of the message's links. */
  link: z.string().min(1).max(8192).optional(),
});
export type PlayOutcome = z.infer<typeof playOutcomeSchema>;

/** What a rule has in store for a recipient; `at` is when it is played. */
export const plannedOutcomeSchema = outcomeSchema
  .pick({ recipient: true, kind: true })
  .extend({ category: bounceCategorySchema.nullable(), at: z.iso.datetime() });
export type PlannedOutcome = z.infer<typeof plannedOutcomeSchema>;
