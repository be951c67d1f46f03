import { z } from 'zod';

/** What happens to a held message after it was accepted, as ZeptoMail's webhooks and logs tell it. */
const outcomeKinds = ['delivered', 'softbounce', 'hardbounce', 'open', 'click', 'complaint'] as const;
const outcomeKindSchema = z.enum(outcomeKinds);

/** One thing that happened to one recipient of a held message: played, not real. */
export const outcomeSchema = z.object({
  id: z.uuid(),
  agentId: z.uuid(),
  messageId: z.uuid(),
  recipient: z.string(),
  kind: outcomeKindSchema,
  at: z.iso.datetime(),
  /** Why it was played. */
  origin: z.enum(['person', 'rule', 'magic address', 'tracking', 'sandbox']),
  /** A bounce's category and diagnostic text as ZeptoMail words them; null for the others. */
  category: z.string().nullable(),
  diagnostic: z.string().nullable(),
  /** The link that was clicked. */
  link: z.string().nullable(),
  /** Of an open or a click. */
  userAgent: z.string().nullable(),
});
export type Outcome = z.infer<typeof outcomeSchema>;
