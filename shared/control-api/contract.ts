import { z } from 'zod';
import { noticeSchema } from '../notice.ts';
import { activityApi } from './activity.ts';
import { agentsApi } from './agents.ts';
import type { Endpoint } from './endpoint.ts';
import { exchangeApi } from './exchange.ts';
import { exportsApi } from './exports.ts';
import { filesApi } from './files.ts';
import { failuresApi } from './failures.ts';
import { gatewayApi } from './gateway.ts';
import { templatesApi } from './templates.ts';
import { oauthApi } from './oauth.ts';
import { webhooksApi } from './webhooks.ts';
import { messagesApi } from './messages.ts';
import { resendingApi } from './resending.ts';
import { structureApi } from './structure.ts';
import { outcomesApi } from './outcomes.ts';
import { savedSearchesApi } from './saved-searches.ts';
import { suppressionsApi } from './suppressions.ts';
import { tagsApi } from './tags.ts';

const id = z.object({ id: z.string() });

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
      /** Whether it is the demo mailbox, and nobody’s own. */
      demo: z.boolean(),
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
  ...agentsApi,
  ...exchangeApi,
  ...messagesApi,
  ...structureApi,
  ...resendingApi,
  ...activityApi,
  ...filesApi,
  ...exportsApi,
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
  ...tagsApi,
  ...savedSearchesApi,
} as const satisfies Record<string, Endpoint>;

export type ControlApi = typeof controlApi;
export type EndpointName = keyof ControlApi;
