import { z } from 'zod';
import { messageDetailSchema, messageSummarySchema } from '../message.ts';
import { noteSchema, tagNamesSchema } from '../tag.ts';
import { nothingArrivedSchema, waitQuerySchema } from '../waiting.ts';
import type { Endpoint } from './endpoint.ts';
import { page } from './page.ts';

const id = z.object({ id: z.string() });

/** Which messages: of one agent or of all, and those that a search finds. */
export const messageSelection = z.object({
  agent: z.string().optional(),
  q: z.string().max(1000).optional(),
});

/** `undo` names a deletion that was asked to be `undoable`, and is null for any other, or when nothing was deleted. */
const deletion = z.object({ deleted: z.number().int(), undo: z.string().nullable() });

export const messagesApi = {
  listMessages: {
    method: 'GET',
    path: '/api/messages',
    summary: 'Messages, newest first; with `q`, those that the search finds and how many there are',
    query: page.extend(messageSelection.shape).extend({
      /** Begin so many messages further down. */
      offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
      /** False: do not wait for the total of a search where every hit would have to be looked at for it. */
      counted: z.stringbool().default(true),
    }),
    status: 200,
    response: z.object({
      messages: z.array(messageSummarySchema),
      next: z.string().nullable(),
      /** How many messages the selection holds in all; null only with `counted=false`. */
      total: z.number().int().nullable(),
    }),
  },
  countMessages: {
    method: 'GET',
    path: '/api/messages/count',
    summary: 'How many messages there are; with `q`, how many the search finds',
    query: messageSelection,
    status: 200,
    response: z.object({ total: z.number().int() }),
  },
  deleteMessages: {
    method: 'DELETE',
    path: '/api/messages',
    summary: 'Delete all messages of a selection',
    query: messageSelection.extend({
      undoable: z.stringbool().optional(),
      /** Leave starred messages where they are. */
      keepStarred: z.stringbool().optional(),
    }),
    status: 200,
    response: deletion,
  },
  patchMessages: {
    method: 'PATCH',
    path: '/api/messages',
    summary: 'Mark messages read, star or tag them: those named, or those of a selection',
    body: messageSelection
      .extend({
        ids: z.array(z.string()).max(100_000).optional(),
        read: z.boolean().optional(),
        starred: z.boolean().optional(),
        addTags: tagNamesSchema.optional(),
        removeTags: tagNamesSchema.optional(),
      })
      .strict(),
    status: 200,
    response: z.object({ changed: z.number().int() }),
  },
  deleteMessagesById: {
    method: 'POST',
    path: '/api/messages/delete',
    summary: 'Delete the messages named',
    body: z.strictObject({
      ids: z.array(z.string()).min(1).max(100_000),
      undoable: z.boolean().optional(),
      keepStarred: z.boolean().optional(),
    }),
    status: 200,
    response: deletion,
  },
  undoDeletion: {
    method: 'POST',
    path: '/api/messages/undo-deletion',
    summary: 'Take back an undoable deletion: within an hour, and before Restante is closed',
    body: z.strictObject({ undo: z.string() }),
    status: 200,
    response: z.object({ restored: z.number().int() }),
  },
  waitForMessage: {
    method: 'GET',
    path: '/api/messages/wait',
    summary:
      'The newest message that meets all conditions, as soon as it is indexed; also one that came before, but after `after`',
    query: waitQuerySchema,
    status: 200,
    response: messageDetailSchema,
    late: nothingArrivedSchema,
  },
  getMessage: {
    method: 'GET',
    path: '/api/messages/:id',
    summary: 'One message with everything but its HTML and its parts’ bytes',
    params: id,
    status: 200,
    response: messageDetailSchema,
  },
  patchMessage: {
    method: 'PATCH',
    path: '/api/messages/:id',
    summary: 'Mark a message read, star it, give it its tags, write a note about it',
    params: id,
    body: z.strictObject({
      read: z.boolean().optional(),
      starred: z.boolean().optional(),
      /** All of its tags from now on. */
      tags: tagNamesSchema.optional(),
      /** Empty: none. */
      note: noteSchema.optional(),
    }),
    status: 200,
    response: messageSummarySchema,
  },
  deleteMessage: {
    method: 'DELETE',
    path: '/api/messages/:id',
    summary: 'Delete a message',
    params: id,
    status: 204,
  },
  getMessageRaw: {
    method: 'GET',
    path: '/api/messages/:id/raw',
    summary: 'The message byte for byte as it came',
    params: id,
    status: 200,
    responseType: 'message/rfc822',
  },
  getMessageHtml: {
    method: 'GET',
    path: '/api/messages/:id/html',
    summary:
      'The HTML part in UTF-8, under a Content-Security-Policy that sandboxes it: no scripts, no forms, nothing remote',
    params: id,
    status: 200,
    responseType: 'text/html',
  },
  getMessageSheet: {
    method: 'GET',
    path: '/api/messages/:id/sheet',
    summary:
      'Where the message can be opened for itself and printed, its main headers on top; `images=0`, `remote=1`, `colours=…` as for the preview',
    params: id,
    status: 200,
    response: z.object({ url: z.string() }),
  },
  getMessagePart: {
    method: 'GET',
    path: '/api/messages/:id/parts/:n',
    summary: 'The decoded bytes of an attachment or inline part, as a download',
    params: id.extend({ n: z.coerce.number().int().min(0) }),
    status: 200,
    responseType: 'application/octet-stream',
  },
  getMessageParts: {
    method: 'GET',
    path: '/api/messages/:id/parts',
    summary: 'The decoded bytes of all attachments and inline parts, as a zip archive',
    params: id,
    status: 200,
    responseType: 'application/zip',
  },
} as const satisfies Record<string, Endpoint>;
