import { controlApi } from '#shared/control-api/contract.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import type { Route } from '../endpoint-route.ts';

export function addGatewayRoutes(route: Route, { gateway }: Pick<PostOffice, 'gateway'>): void {
  route(controlApi.getGateway, () => gateway.view());
  route(controlApi.patchGateway, ({ body }) => gateway.patch(body));
  route(controlApi.takeFreeGatewayPort, ({ params }) => gateway.takeFreePort(params.channel));
}
