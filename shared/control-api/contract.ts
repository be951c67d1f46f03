import { z } from 'zod';
import { activityDetailSchema, activityEntrySchema } from '../activity.ts';
import {
  agentSchema,
  channelNameSchema,
  createAgentSchema,
  patchAgentSchema,
  sendMailTokenSchema,
  shortPasswordSchema,
} from '../agent.ts';
import { messageDetailSchema, messageSummarySchema } from '../message.ts';
import { noticeSchema } from '../notice.ts';
import type { Endpoint } from './endpoint.ts';
import { filesApi } from './files.ts';
import { failuresApi } from './failures.ts';
import { gatewayApi } from './gateway.ts';
import { templatesApi } from './templates.ts';
import { oauthApi } from './oauth.ts';
import { webhooksApi } from './webhooks.ts';
import { outcomesApi } from './outcomes.ts';
import { suppressionsApi } from './suppressions.ts';

const id = z.object({ id: z.string() });

/** Which messages: of one agent or of all, and those that a search finds. */
const messageSelection = z.object({
  agent: z.string().optional(),
  q: z.string().max(1000).optional(),
});

/** A page of a list, newest first; `before` is the `next` of the page above. */
const page = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  before: z.string().optional(),
});

export const controlApi = {
  health: {
    method: 'GET',
    path: '/api/health',
    summary: 'Whether Restante runs, its version, and what the person should know about this run',
    status: 200,
    response: z.object({
      status: z.literal('ok'),
      version: z.string(),
      /** Another one after every start: a page of an earlier start must load anew. */
      run: z.uuid(),
      dataFolder: z.string(),
      platform: z.enum(['desktop', 'headless']),
      notices: z.array(noticeSchema),
    }),
  },
  dismissNotice: {
    method: 'DELETE',
    path: '/api/notices/:id',
    summary: 'Dismiss a notice',
    params: id,
    status: 204,
  },
  listAgents: {
    method: 'GET',
    path: '/api/agents',
    summary: 'All Mail Agents, in the order of the person',
    status: 200,
    response: z.object({ agents: z.array(agentSchema) }),
  },
  createAgent: {
    method: 'POST',
    path: '/api/agents',
    summary: 'Create a Mail Agent and, if enabled, start it',
    body: createAgentSchema,
    status: 201,
    response: agentSchema,
  },
  orderAgents: {
    method: 'PUT',
    path: '/api/agents/order',
    summary: 'Reorder the Mail Agents',
    body: z.strictObject({ ids: z.array(z.string()) }),
    status: 200,
    response: z.object({ agents: z.array(agentSchema) }),
  },
  getAgent: {
    method: 'GET',
    path: '/api/agents/:id',
    summary: 'One Mail Agent',
    params: id,
    status: 200,
    response: agentSchema,
  },
  patchAgent: {
    method: 'PATCH',
    path: '/api/agents/:id',
    summary: 'Change a Mail Agent; what is left out stays',
    params: id,
    body: patchAgentSchema,
    status: 200,
    response: agentSchema,
  },
  deleteAgent: {
    method: 'DELETE',
    path: '/api/agents/:id',
    summary: 'Stop and delete a Mail Agent with its messages',
    params: id,
    status: 204,
  },
  startAgent: {
    method: 'POST',
    path: '/api/agents/:id/start',
    summary: 'Switch a Mail Agent on and wait until it listens or failed',
    params: id,
    status: 200,
    response: agentSchema,
  },
  stopAgent: {
    method: 'POST',
    path: '/api/agents/:id/stop',
    summary: 'Switch a Mail Agent off',
    params: id,
    status: 200,
    response: agentSchema,
  },
  takeFreePort: {
    method: 'POST',
    path: '/api/agents/:id/channels/:channel/free-port',
    summary: 'Give a channel the next free port and start it',
    params: id.extend({ channel: channelNameSchema }),
    status: 200,
    response: agentSchema,
  },
  sendSample: {
    method: 'POST',
    path: '/api/agents/:id/sample',
    summary: 'Send a sample mail by SMTP to the agent’s own port',
    params: id,
    status: 201,
    response: z.object({ message: messageSummarySchema.nullable() }),
  },
  listTokens: {
    method: 'GET',
    path: '/api/agents/:id/tokens',
    summary: 'The send mail tokens of an agent',
    params: id,
    status: 200,
    response: z.object({ tokens: z.array(sendMailTokenSchema) }),
  },
  createToken: {
    method: 'POST',
    path: '/api/agents/:id/tokens',
    summary: 'Make another send mail token',
    params: id,
    status: 201,
    response: sendMailTokenSchema,
  },
  rotateToken: {
    method: 'POST',
    path: '/api/agents/:id/tokens/:tokenId/rotate',
    summary: 'Replace a send mail token by a new one',
    params: id.extend({ tokenId: z.string() }),
    status: 200,
    response: sendMailTokenSchema,
  },
  revokeToken: {
    method: 'DELETE',
    path: '/api/agents/:id/tokens/:tokenId',
    summary: 'Revoke a send mail token',
    params: id.extend({ tokenId: z.string() }),
    status: 204,
  },
  listShortPasswords: {
    method: 'GET',
    path: '/api/agents/:id/short-passwords',
    summary: 'The short SMTP passwords of an agent',
    params: id,
    status: 200,
    response: z.object({ shortPasswords: z.array(shortPasswordSchema) }),
  },
  createShortPassword: {
    method: 'POST',
    path: '/api/agents/:id/short-passwords',
    summary: 'Make a short SMTP password',
    params: id,
    status: 201,
    response: shortPasswordSchema,
  },
  rotateShortPassword: {
    method: 'POST',
    path: '/api/agents/:id/short-passwords/:passwordId/rotate',
    summary: 'Replace a short SMTP password by a new one',
    params: id.extend({ passwordId: z.string() }),
    status: 200,
    response: shortPasswordSchema,
  },
  revokeShortPassword: {
    method: 'DELETE',
    path: '/api/agents/:id/short-passwords/:passwordId',
    summary: 'Revoke a short SMTP password',
    params: id.extend({ passwordId: z.string() }),
    status: 204,
  },
  listMessages: {
    method: 'GET',
    path: '/api/messages',
    summary: 'Messages, newest first; with `q`, those that the search finds and how many there are',
    query: page.extend(messageSelection.shape),
    status: 200,
    response: z.object({
      messages: z.array(messageSummarySchema),
      next: z.string().nullable(),
      /** How many messages the selection holds in all. */
      total: z.number().int(),
    }),
  },
  deleteMessages: {
    method: 'DELETE',
    path: '/api/messages',
    summary: 'Delete all messages of a selection',
    query: messageSelection,
    status: 200,
    response: z.object({ deleted: z.number().int() }),
  },
  patchMessages: {
    method: 'PATCH',
    path: '/api/messages',
    summary: 'Mark messages read or unread: those named, or those of a selection',
    body: messageSelection
      .extend({ ids: z.array(z.string()).max(100_000).optional(), read: z.boolean() })
      .strict(),
    status: 200,
    response: z.object({ changed: z.number().int() }),
  },
  deleteMessagesById: {
    method: 'POST',
    path: '/api/messages/delete',
    summary: 'Delete the messages named',
    body: z.strictObject({ ids: z.array(z.string()).min(1).max(100_000) }),
    status: 200,
    response: z.object({ deleted: z.number().int() }),
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
    summary: 'Mark a message read or unread',
    params: id,
    body: z.strictObject({ read: z.boolean() }),
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
  getMessagePart: {
    method: 'GET',
    path: '/api/messages/:id/parts/:n',
    summary: 'The decoded bytes of an attachment or inline part, as a download',
    params: id.extend({ n: z.coerce.number().int().min(0) }),
    status: 200,
    responseType: 'application/octet-stream',
  },
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
  ...filesApi,
  ...templatesApi,
  ...gatewayApi,
  ...oauthApi,
  getCertificateAuthority: {
    method: 'GET',
    path: '/api/tls',
    summary:
      'The local certificate authority: where its file is, its fingerprint, and the names that it may sign',
    status: 200,
    response: z.object({
      caFile: z.string(),
      /** SHA-256 of the certificate, hex pairs with colons. */
      fingerprint: z.string(),
      validUntil: z.iso.datetime(),
      names: z.array(z.string()),
    }),
  },
  getCertificateAuthorityFile: {
    method: 'GET',
    path: '/api/tls/ca.pem',
    summary: 'The certificate of the local authority',
    status: 200,
    responseType: 'application/x-pem-file',
  },
  ...webhooksApi,
  openApi: {
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This API as OpenAPI 3.1',
    status: 200,
    response: z.looseObject({ openapi: z.string() }),
  },
  events: {
    method: 'GET',
    path: '/api/events',
    summary: 'Server-sent events: everything that is announced, as it happens',
    query: z.object({ agent: z.string().optional() }),
    status: 200,
    responseType: 'text/event-stream',
  },
  ...failuresApi,
  ...outcomesApi,
  ...suppressionsApi,
} as const satisfies Record<string, Endpoint>;

export type ControlApi = typeof controlApi;
export type EndpointName = keyof ControlApi;
