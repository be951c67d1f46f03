import { z } from 'zod';

/** `suppress` skips the address, `reject` refuses the whole mail, `suppress_tracking` leaves opens and clicks alone. */
export const suppressionActionSchema = z.enum(['suppress', 'reject', 'suppress_tracking']);
export type SuppressionAction = z.infer<typeof suppressionActionSchema>;

export const suppressionKindSchema = z.enum(['email', 'domain']);
export type SuppressionKind = z.infer<typeof suppressionKindSchema>;

/** An entry of the suppression list; a kind and value occur once (https://www.zoho.com/zeptomail/help/suppression-list.html). */
export const suppressionSchema = z.object({
  id: z.uuid(),
  kind: suppressionKindSchema,
  /** In lower case: an address, or a domain with all below it. */
  value: z.string(),
  action: suppressionActionSchema,
  description: z.string(),
  /** `manual`, or the category of the hard bounce that put it here. */
  category: z.string(),
  /** Ids of the agents that it holds for; none means all. */
  agents: z.array(z.string()),
  createdAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
});
export type Suppression = z.infer<typeof suppressionSchema>;

const description = z.string().max(1000);
const agents = z.array(z.uuid()).max(100);

/** What can be said of a new entry. */
export const createSuppressionSchema = z
  .strictObject({
    kind: suppressionKindSchema,
    value: z.string().trim().toLowerCase().min(1).max(320),
    action: suppressionActionSchema.default('suppress'),
    description: description.default(''),
    agents: agents.default([]),
  })
  .refine(({ kind, value }) => (kind === 'email' ? /^[^\s@]+@[^\s@]+$/ : /^[^\s@]+$/).test(value), {
    path: ['value'],
    error: 'This is neither an address nor a domain.',
  })
  .refine(({ kind, action }) => kind === 'email' || action !== 'suppress_tracking', {
    path: ['action'],
    error: 'Tracking can be suppressed for addresses only.',
  });

export const patchSuppressionSchema = z.strictObject({
  action: suppressionActionSchema.optional(),
  description: description.optional(),
  agents: agents.optional(),
});
