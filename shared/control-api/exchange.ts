import { z } from 'zod';
import { refusalSchema, taskSchema } from '../task.ts';
import type { Endpoint } from './endpoint.ts';
import { messageSelection } from './messages.ts';

const taskId = z.object({ id: z.string() });

const exportFormat = z.object({ format: z.enum(['zip', 'mbox']).default('zip') });

/** How many refusals a report tells in words; `refusedCount` counts them all. */
export const mostRefusals = 500;

/** What came of a workspace file. */
const openedWorkspaceSchema = z.object({
  agents: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      /** Its name in the file. */
      was: z.string(),
      /** What is other than in the file, and why. */
      notes: z.array(z.string()),
    }),
  ),
  messages: z.number().int(),
  suppressions: z.number().int(),
  settingsTaken: z.boolean(),
});
export type OpenedWorkspace = z.infer<typeof openedWorkspaceSchema>;

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

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
  replayMessages: {
    method: 'POST',
    path: '/api/messages/replay',
    summary:
      'Send held messages again, oldest first, by SMTP to an agent’s own port with their envelopes: rules, webhooks and outcomes act as on any mail',
    body: messageSelection
      .extend({
        ids: z.array(z.string()).min(1).max(100_000).optional(),
        /** The agent that gets them. */
        to: z.string(),
        /** 1: at the pace at which they came; 10: ten times as fast; null: at once. */
        speed: z.number().positive().max(1_000_000).nullable().default(null),
      })
      .strict(),
    status: 201,
    response: taskSchema,
  },
  exportWorkspace: {
    method: 'GET',
    path: '/api/workspace',
    summary:
      'Everything in one file: agents with templates, files, webhooks, rules and failures, suppressions, settings, messages',
    query: z.object({
      /** Tokens, short passwords and the keys of webhooks. */
      credentials: flag.prefault('true'),
      messages: flag.prefault('true'),
    }),
    status: 200,
    responseType: 'application/vnd.restante.workspace+zip',
  },
  openWorkspace: {
    method: 'POST',
    path: '/api/workspace',
    summary:
      'Add what a workspace file holds, which is the body; nothing that is there changes. A damaged or newer file changes nothing at all',
    query: z.object({
      name: z.string().max(1000).default('workspace.restante'),
      /** Whether the gateway’s settings of the file take the place of those that are there. */
      settings: z.enum(['keep', 'take']).default('keep'),
      /** Under this id its progress is told and it can be cancelled, which takes back all that it has added. */
      task: z.uuid().optional(),
    }),
    status: 201,
    response: openedWorkspaceSchema,
  },
  listTasks: {
    method: 'GET',
    path: '/api/tasks',
    summary: 'Imports, replays and workspaces that run, and the last ones that ended',
    status: 200,
    response: z.object({ tasks: z.array(taskSchema) }),
  },
  getTask: {
    method: 'GET',
    path: '/api/tasks/:id',
    summary: 'How far an import, a replay or a workspace is',
    params: taskId,
    status: 200,
    response: taskSchema,
  },
  cancelTask: {
    method: 'DELETE',
    path: '/api/tasks/:id',
    summary:
      'Cancel an import or a replay, of which stays what is through, or a workspace, which is taken back',
    params: taskId,
    status: 204,
  },
} as const satisfies Record<string, Endpoint>;
