import { z } from 'zod';
import { createFailureSchema, failureSchema, patchFailureSchema } from '../failure.ts';
import { failurePresetSchema } from '../failure-presets.ts';
import type { Endpoint } from './endpoint.ts';

const id = z.object({ id: z.string() });
const ofFailure = id.extend({ failureId: z.string() });

/** The failure laboratory: what the agents' doors do wrong on purpose. */
export const failuresApi = {
  listAllFailures: {
    method: 'GET',
    path: '/api/failures',
    summary: 'The switches of every agent’s failure laboratory, oldest first, and presets to begin with',
    status: 200,
    response: z.object({ failures: z.array(failureSchema), presets: z.array(failurePresetSchema) }),
  },
  listFailures: {
    method: 'GET',
    path: '/api/agents/:id/failures',
    summary: 'The switches of an agent’s failure laboratory, oldest first, and presets to begin with',
    params: id,
    status: 200,
    response: z.object({ failures: z.array(failureSchema), presets: z.array(failurePresetSchema) }),
  },
  createFailure: {
    method: 'POST',
    path: '/api/agents/:id/failures',
    summary: 'Add a failure on purpose; it works at once unless `enabled` is false',
    params: id,
    body: createFailureSchema,
    status: 201,
    response: failureSchema,
  },
  patchFailure: {
    method: 'PATCH',
    path: '/api/agents/:id/failures/:failureId',
    summary: 'Change a failure or switch it; what is left out stays, and it is counted anew',
    params: ofFailure,
    body: patchFailureSchema,
    status: 200,
    response: failureSchema,
  },
  deleteFailure: {
    method: 'DELETE',
    path: '/api/agents/:id/failures/:failureId',
    summary: 'Delete a failure',
    params: ofFailure,
    status: 204,
  },
  switchFailuresOff: {
    method: 'DELETE',
    path: '/api/agents/:id/failures',
    summary: 'Switch all failures of an agent off; they stay in the list',
    params: id,
    status: 200,
    response: z.object({ switchedOff: z.number().int() }),
  },
} as const satisfies Record<string, Endpoint>;
