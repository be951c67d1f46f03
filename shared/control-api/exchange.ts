import { z } from 'zod';
import { refusalSchema, taskSchema } from '../task.ts';
import type { Endpoint } from './endpoint.ts';
import { messageSelection } from './messages.ts';

const taskId = z.object({ id: z.string() });

const exportFormat = z.object({ format: z.enum(['zip', 'mbox']).default('zip') });

/** How many refusals a report tells in words; `refusedCount` counts them all. */
export const mostRefusals = 500;

export const exchangeApi = {
  exportMessages: {
    method: 'GET',
    path: '/api/messages/export',
    summary:
      'Messages as they came, oldest first: a zip of .eml files, or an mbox with reversible quoting (mboxrd)',
    query: messageSelection.extend({
      /** Ids with commas between; instead of `agent` and `q`. */
      ids: z.string().optional(),
      ...exportFormat.shape,
    }),
    status: 200,
    responseType: 'application/octet-stream',
  },
  exportMessagesById: {
    method: 'POST',
    path: '/api/messages/export',
    summary: 'The same for more messages than an address has room for',
    body: z.strictObject({ ids: z.array(z.string()).min(1).max(100_000), ...exportFormat.shape }),
    status: 200,
    responseType: 'application/octet-stream',
  },
  importMessages: {
    method: 'POST',
    path: '/api/messages/import',
    summary: 'Put messages into an agent: the body is an .eml file, an mbox, or a zip of such files',
    query: z.object({
      agent: z.string(),
      /** The file's name, for the report and to tell what it is. */
      name: z.string().max(1000).default('import'),
      /** The time that a message is listed under: that of its Date or its mbox separator, or now. */
      time: z.enum(['date', 'now']).default('date'),
      /** How the mbox quotes lines that begin with “From ”. */
      quoting: z.enum(['mboxrd', 'mboxo', 'none']).default('mboxrd'),
      /** Under this id its progress is told and it can be cancelled. */
      task: z.uuid().optional(),
    }),
    status: 200,
    response: z.object({
      taken: z.number().int(),
      refusedCount: z.number().int(),
      /** The first 500. */
      refused: z.array(refusalSchema),
      cancelled: z.boolean(),
    }),
  },
  listTasks: {
    method: 'GET',
    path: '/api/tasks',
    summary: 'Imports and replays that run, and the last ones that ended',
    status: 200,
    response: z.object({ tasks: z.array(taskSchema) }),
  },
  getTask: {
    method: 'GET',
    path: '/api/tasks/:id',
    summary: 'How far an import or a replay is',
    params: taskId,
    status: 200,
    response: taskSchema,
  },
  cancelTask: {
    method: 'DELETE',
    path: '/api/tasks/:id',
    summary: 'Cancel an import or a replay; what is through stays',
    params: taskId,
    status: 204,
  },
} as const satisfies Record<string, Endpoint>;
