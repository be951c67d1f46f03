import { controlApi } from '#shared/control-api/contract.ts';
import { checkHosts } from '../../gateway/check/check-hosts.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import type { Route } from '../endpoint-route.ts';

export function addGatewayRoutes(
  route: Route,
  { gateway, authority }: Pick<PostOffice, 'gateway' | 'authority'>,
): void {
  route(controlApi.getGateway, () => gateway.view());
  route(controlApi.patchGateway, ({ body }) => gateway.patch(body));
  route(controlApi.takeFreeGatewayPort, ({ params }) => gateway.takeFreePort(params.channel));
  route(controlApi.checkGateway, ({ body }) => checkHosts(body, { ca: authority.caPem }));
}
