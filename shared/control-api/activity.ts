import { z } from 'zod';
import { activityDetailSchema, activityEntrySchema } from '../activity.ts';
import type { Endpoint } from './endpoint.ts';
import { page } from './page.ts';

const id = z.object({ id: z.string() });

export const activityApi = {
  listActivity: {
    method: 'GET',
    path: '/api/activity',
    summary: 'SMTP sessions and API requests, newest first, refused ones with their reason',
    query: page.extend({ agent: z.string().optional() }),
    status: 200,
    response: z.object({ activity: z.array(activityEntrySchema), next: z.string().nullable() }),
  },
  getActivity: {
    method: 'GET',
    path: '/api/activity/:id',
    summary: 'One session or request whole',
    params: id,
    status: 200,
    response: activityDetailSchema,
  },
  clearActivity: {
    method: 'DELETE',
    path: '/api/activity',
    summary: 'Clear the activity of one agent or of all',
    query: z.object({ agent: z.string().optional() }),
    status: 204,
  },
} as const satisfies Record<string, Endpoint>;
