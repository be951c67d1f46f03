import { controlApi } from '#shared/control-api/contract.ts';
import { RestanteError } from '#shared/errors.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import type { Route } from '../endpoint-route.ts';

/** The suppression list. */
export function addSuppressionRoutes(
  route: Route,
  { agents, ledger }: Pick<PostOffice, 'agents' | 'ledger'>,
): void {
  const { suppressions } = ledger;
  /** @throws RestanteError `agent.not-found` */
  const known = (ids: readonly string[] = []): void => ids.forEach((id) => agents.get(id));

  route(controlApi.listSuppressions, ({ query: { agent, kind, q, limit, offset } }) =>
    suppressions.list({
      agentId: agent === undefined ? undefined : agents.get(agent).id,
      kind,
      search: q,
      limit,
      offset,
    }),
  );
  route(controlApi.createSuppression, ({ body }) => {
    known(body.agents);
    const [added] = suppressions.add([body], new Date());
    if (added === undefined) {
      throw new RestanteError('internal', { reason: 'nothing was added' });
    }
    return added;
  });
  route(controlApi.patchSuppression, ({ params, body }) => {
    known(body.agents);
    const { kind } = suppressions.get(params.id);
    if (kind === 'domain' && body.action === 'suppress_tracking') {
      const reason = 'Tracking can be suppressed for addresses only.';
      throw new RestanteError('request.invalid', { reason }, { field: 'action' });
    }
    return suppressions.update(params.id, withoutUndefined(body), new Date());
  });
  route(controlApi.deleteSuppression, ({ params }) => suppressions.remove(params.id));
}

/** What was left out stays as it is. */
function withoutUndefined<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
