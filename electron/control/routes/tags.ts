import { controlApi } from '#shared/control-api/contract.ts';
import { RestanteError } from '#shared/errors.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import type { Route } from '../endpoint-route.ts';

/** Tags, what gives them by itself, and the addresses that the search box offers. */
export function addTagRoutes(
  route: Route,
  { archive, agents, announcer }: Pick<PostOffice, 'archive' | 'agents' | 'announcer'>,
): void {
  /** @throws RestanteError `agent.not-found` */
  function ofAgent(agent: string | undefined): { agentId?: string } {
    return agent === undefined ? {} : { agentId: agents.get(agent).id };
  }

  function mustExist(isTag: boolean, name: string): void {
    if (!isTag) {
      throw new RestanteError('tag.not-found', { name });
    }
  }

  route(controlApi.listTags, async ({ query }) => ({ tags: await archive.tags(ofAgent(query.agent)) }));
  route(controlApi.renameTag, async ({ params, body }) =>
    mustExist(await archive.renameTag(params.name, body.name), params.name),
  );
  route(controlApi.deleteTag, async ({ params }) =>
    mustExist(await archive.deleteTag(params.name), params.name),
  );
  route(controlApi.getTagging, ({ params }) => archive.tagging(agents.get(params.id).id));
  route(controlApi.putTagging, async ({ params, body }) => {
    const agentId = agents.get(params.id).id;
    await archive.setTagging(agentId, body);
    announcer.announce({ type: 'tagging.changed', agentId });
    return body;
  });
  route(controlApi.listAddresses, async ({ query }) => ({
    addresses: await archive.addresses({ ...ofAgent(query.agent), text: query.text ?? '' }),
  }));
}
