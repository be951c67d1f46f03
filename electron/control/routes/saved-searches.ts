import { controlApi } from '#shared/control-api/contract.ts';
import { RestanteError } from '#shared/errors.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import type { Route } from '../endpoint-route.ts';

/** Searches with a name. A search that cannot be read is refused before it is saved. */
export function addSavedSearchRoutes(
  route: Route,
  { archive, agents, ledger, announcer }: Pick<PostOffice, 'archive' | 'agents' | 'ledger' | 'announcer'>,
): void {
  const { savedSearches } = ledger;

  /** Null when it cannot be read any more: an agent that it names may be gone. */
  async function countOf(agentId: string | undefined, q: string): Promise<number | null> {
    try {
      return await archive.count({ agentId, q });
    } catch (error) {
      if (error instanceof RestanteError && error.code === 'search.invalid') {
        return null;
      }
      throw error;
    }
  }

  route(controlApi.listSavedSearches, async ({ query }) => {
    const agentId = query.agent === undefined ? undefined : agents.get(query.agent).id;
    const searches = savedSearches.list();
    return {
      searches: await Promise.all(
        searches.map(async (search) => ({ ...search, total: await countOf(agentId, search.q) })),
      ),
    };
  });
  route(controlApi.createSavedSearch, async ({ body }) => {
    await archive.count({ q: body.q });
    const created = savedSearches.create(body);
    announcer.announce({ type: 'saved-searches.changed' });
    return created;
  });
  route(controlApi.patchSavedSearch, async ({ params, body }) => {
    if (body.q !== undefined) {
      await archive.count({ q: body.q });
    }
    const changed = savedSearches.change(params.id, body);
    announcer.announce({ type: 'saved-searches.changed' });
    return changed;
  });
  route(controlApi.deleteSavedSearch, ({ params }) => {
    savedSearches.delete(params.id);
    announcer.announce({ type: 'saved-searches.changed' });
  });
}
