import { z } from 'zod';
import { outcomeSchema, playOutcomeSchema, recipientOutcomesSchema } from '../outcome.ts';
import type { Endpoint } from './endpoint.ts';

const id = z.object({ id: z.string() });

export const outcomesApi = {
  listOutcomes: {
    method: 'GET',
    path: '/api/messages/:id/outcomes',
    summary: 'What was played to each recipient of a message, and the links that can be clicked',
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
} as const satisfies Record<string, Endpoint>;
