import { controlApi } from '#shared/control-api/contract.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import type { Route } from '../endpoint-route.ts';

export function addAgentRoutes(route: Route, { agents }: Pick<PostOffice, 'agents'>): void {
  route(controlApi.listAgents, () => ({ agents: agents.list() }));
  route(controlApi.createAgent, ({ body }) => agents.create(body));
  route(controlApi.orderAgents, async ({ body }) => ({ agents: await agents.order(body.ids) }));
  route(controlApi.getAgent, ({ params }) => agents.get(params.id));
  route(controlApi.patchAgent, ({ params, body }) => agents.patch(params.id, body));
  route(controlApi.deleteAgent, ({ params }) => agents.delete(params.id));
  route(controlApi.startAgent, ({ params }) => agents.start(params.id));
  route(controlApi.stopAgent, ({ params }) => agents.stop(params.id));
  route(controlApi.takeFreePort, ({ params }) => agents.takeFreePort(params.id, params.channel));
}
