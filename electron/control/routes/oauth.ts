import { controlApi } from '#shared/control-api/contract.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import type { Route } from '../endpoint-route.ts';

export function addOAuthRoutes(route: Route, { ledger }: Pick<PostOffice, 'ledger'>): void {
  route(controlApi.listOAuthClients, () => ({ clients: ledger.oauth.clients() }));
  route(controlApi.createOAuthClient, ({ body }) => ledger.oauth.register(body, new Date()));
  route(controlApi.deleteOAuthClient, ({ params }) => ledger.oauth.forget(params.id));
}
