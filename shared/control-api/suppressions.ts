import { z } from 'zod';
import {
  createSuppressionSchema,
  patchSuppressionSchema,
  suppressionKindSchema,
  suppressionSchema,
} from '../suppression.ts';
import type { Endpoint } from './endpoint.ts';

const id = z.object({ id: z.string() });

export const suppressionsApi = {
  listSuppressions: {
    method: 'GET',
    path: '/api/suppressions',
    summary: 'The suppression list, the newest change first; with `agent`, what holds for that agent',
    query: z.object({
      agent: z.string().optional(),
      kind: suppressionKindSchema.optional(),
      q: z.string().max(320).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    status: 200,
    response: z.object({ suppressions: z.array(suppressionSchema), total: z.number().int() }),
  },
  createSuppression: {
    method: 'POST',
    path: '/api/suppressions',
    summary: 'Suppress an address or a domain with all below it',
    body: createSuppressionSchema,
    status: 201,
    response: suppressionSchema,
  },
  patchSuppression: {
    method: 'PATCH',
    path: '/api/suppressions/:id',
    summary: 'Change an entry of the suppression list',
    params: id,
    body: patchSuppressionSchema,
    status: 200,
    response: suppressionSchema,
  },
  deleteSuppression: {
    method: 'DELETE',
    path: '/api/suppressions/:id',
    summary: 'Take an entry off the suppression list',
    params: id,
    status: 204,
  },
} as const satisfies Record<string, Endpoint>;
