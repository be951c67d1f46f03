import { controlApi } from '#shared/control-api/contract.ts';
import { RestanteError } from '#shared/errors.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import type { Route } from '../endpoint-route.ts';

/** SMTP sessions and API requests. */
export function addActivityRoutes(
  route: Route,
  { archive, agents }: Pick<PostOffice, 'archive' | 'agents'>,
): void {
  function selection(agent: string | undefined): { agentId?: string } {
    return agent === undefined ? {} : { agentId: agents.get(agent).id };
  }

  route(controlApi.listActivity, ({ query }) =>
    archive.listActivity(selection(query.agent), { limit: query.limit, before: query.before }),
  );
  route(controlApi.getActivity, async ({ params }) => {
    const entry = await archive.activity(params.id);
    if (entry === undefined) {
      throw new RestanteError('activity.not-found', { id: params.id });
    }
    return entry;
  });
  route(controlApi.clearActivity, ({ query }) => archive.clearActivity(selection(query.agent)));
}
