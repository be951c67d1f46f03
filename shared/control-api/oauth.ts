import { z } from 'zod';
import { createOAuthClientSchema, oauthClientSchema } from '../oauth.ts';
import type { Endpoint } from './endpoint.ts';

/** OAuth clients: strict agents check the scopes of their access tokens. */
export const oauthApi = {
  listOAuthClients: {
    method: 'GET',
    path: '/api/oauth-clients',
    summary: 'The OAuth clients that were registered, for the management endpoints of the ZeptoMail API',
    status: 200,
    response: z.object({ clients: z.array(oauthClientSchema) }),
  },
  createOAuthClient: {
    method: 'POST',
    path: '/api/oauth-clients',
    summary: 'Register an OAuth client and the scopes that its access tokens have',
    body: createOAuthClientSchema,
    status: 201,
    response: oauthClientSchema,
  },
  deleteOAuthClient: {
    method: 'DELETE',
    path: '/api/oauth-clients/:id',
    summary: 'Forget an OAuth client',
    params: z.object({ id: z.string() }),
    status: 204,
  },
} as const satisfies Record<string, Endpoint>;
