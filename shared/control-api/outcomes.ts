import { z } from 'zod';
import { outcomeRulesSchema } from '../outcome-rule.ts';
import { outcomeSchema, plannedOutcomeSchema, playOutcomeSchema } from '../outcome.ts';
import { standingSchema } from '../standing.ts';
import type { Endpoint } from './endpoint.ts';

const id = z.object({ id: z.string() });

/** A recipient of a held message, what was played to it, oldest first, and what is still to come, the next first. */
const recipientOutcomesSchema = z.object({
  recipient: z.string(),
  standing: standingSchema,
  outcomes: z.array(outcomeSchema),
  planned: z.array(plannedOutcomeSchema),
});
export type RecipientOutcomes = z.infer<typeof recipientOutcomesSchema>;

export const outcomesApi = {
  listOutcomes: {
    method: 'GET',
    path: '/api/messages/:id/outcomes',
    summary:
      'How each recipient of a message stands, what was and will be played to it, and the links that can be clicked',
    params: id,
    status: 200,
    response: z.object({ recipients: z.array(recipientOutcomesSchema), links: z.array(z.string()) }),
  },
  playOutcome: {
    method: 'POST',
    path: '/api/messages/:id/outcomes',
    summary: 'Play a delivery, a bounce, an open, a click or a complaint to one recipient or to all',
    params: id,
    body: playOutcomeSchema,
    status: 201,
    response: z.object({ outcomes: z.array(outcomeSchema) }),
  },
  countShowing: {
    method: 'POST',
    path: '/api/messages/:id/showings',
    summary:
      'Say that the preview of a message is shown: an open, if it is tracked and its agent counts the preview',
    params: id,
    status: 200,
    response: z.object({ counted: z.boolean() }),
  },
  getOutcomeRules: {
    method: 'GET',
    path: '/api/agents/:id/outcome-rules',
    summary: 'What mail to certain recipients of an agent comes to; the first rule that fits decides',
    params: id,
    status: 200,
    response: z.object({ rules: outcomeRulesSchema }),
  },
  putOutcomeRules: {
    method: 'PUT',
    path: '/api/agents/:id/outcome-rules',
    summary: 'Replace the outcome rules of an agent',
    params: id,
    body: z.strictObject({ rules: outcomeRulesSchema }),
    status: 200,
    response: z.object({ rules: outcomeRulesSchema }),
  },
} as const satisfies Record<string, Endpoint>;
